package org.ovoz.notify.directory.organisation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An organisation that answers reports. Never told to a reporter. */
@Entity
public class Organisation extends PanacheEntityBase {

    @Id
    public String id;

    @Column
    public String label;

    @Column(name = "cover_word")
    public @Nullable String coverWord;

    @Column
    public boolean suspended;
}
