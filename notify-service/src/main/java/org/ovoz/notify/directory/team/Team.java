package org.ovoz.notify.directory.team;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A team; its signed record is the truth. Written by {@link PublishTeam} and {@link SuspendTeam} only. */
@Entity
public class Team extends PanacheEntityBase {

    @Id
    public String id;

    @Column
    public String organisation;

    @Column
    public long version;

    @Column
    public boolean escalation;

    @Column
    public boolean suspended;

    @Column
    public String record;

    @Column(name = "changed_at")
    public Instant changedAt;
}
