package org.ovoz.notify.directory.person;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who answers: a handle, no name (R28). Written by use cases only. */
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

    @Column
    public @Nullable String call;

    @Column(name = "on_call")
    public boolean onCall;

    @Column(name = "quiet_from")
    public @Nullable LocalTime quietFrom;

    @Column(name = "quiet_until")
    public @Nullable LocalTime quietUntil;

    @Column
    public @Nullable String zone;

    @Column(name = "cover_text")
    public @Nullable String coverText;

    @Column(columnDefinition = "text[]")
    public String[] roles;

    @Column
    public String state;
}
