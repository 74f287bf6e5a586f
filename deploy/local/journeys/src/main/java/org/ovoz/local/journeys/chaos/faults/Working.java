package org.ovoz.local.journeys.chaos.faults;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.Doors;

/** Whether a stack works: a text that came after a moment was acknowledged, told to Kafka, and applied by the desk. */
final class Working {
    private final Doors doors;
    private final Ledger ledger;

    Working(Doors doors, Ledger ledger) {
        this.doors = doors;
        this.ledger = ledger;
    }

    /** What does not answer counts as not working. */
    boolean since(Instant moment, String part) {
        try {
            return part.equals("keycloak") ? letsPeopleIn() : ledger.tookOneAskedAfter(moment) && arrived(moment);
        } catch (RuntimeException | SQLException notYet) {
            return false;
        }
    }

    private boolean letsPeopleIn() {
        return doors.web()
                        .get(URI.create(doors.stack().realm() + "/.well-known/openid-configuration"))
                        .status()
                == 200;
    }

    private boolean arrived(Instant moment) throws SQLException {
        try (Connection desk = doors.databases().desk()) {
            return Databases.count(
                            desk,
                            "SELECT count(*) FROM inbox WHERE occurred_at > ? AND state = 'applied'",
                            moment.atOffset(ZoneOffset.UTC))
                    > 0;
        }
    }
}
