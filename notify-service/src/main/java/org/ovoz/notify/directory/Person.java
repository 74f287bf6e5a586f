package org.ovoz.notify.directory;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who answers: a handle, no name (R28). Written by {@link SavePerson} only. */
@Entity
public class Person extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column
    public String subject;

    @Column
    public String handle;

    @Column
    public String organisation;

    @Column(columnDefinition = "text[]")
    public String[] languages;

    @Column(columnDefinition = "text[]")
    public String[] teams;

    @Column
    public @Nullable String sms;

    @Column
    public @Nullable String email;

    @Column(name = "on_call")
    public boolean onCall;
}
