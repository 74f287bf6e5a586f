package org.ovoz.local.journeys.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;

/** Reports in intake's database as another connection sees them: only what is committed. */
record NewReports(RunningStack running, Set<UUID> before) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Those that are there now do not count. */
    static NewReports from(RunningStack running) {
        return new NewReports(running, reports(running));
    }

    ReportId awaitOne() {
        return Await.until("a committed report", SOON, () -> all().stream().findFirst());
    }

    Set<ReportId> all() {
        Set<ReportId> all = new HashSet<>();
        for (UUID report : reports(running)) {
            if (!before.contains(report)) {
                all.add(new ReportId(report));
            }
        }
        return all;
    }

    private static Set<UUID> reports(RunningStack running) {
        try (Connection intake = running.databases().intake()) {
            return Databases.words(intake, "SELECT id FROM conversation").stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
