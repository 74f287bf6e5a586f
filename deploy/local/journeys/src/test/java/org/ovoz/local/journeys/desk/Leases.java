package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Lets time pass for one claim alone: its end comes nearer, for the desk as for everybody who looks. */
record Leases(RunningStack running, Clock clock) {

    void endsIn(ReportId report, Duration left) {
        try (Connection desk = running.databases().desk()) {
            assertThat(Databases.change(
                            desk,
                            "UPDATE report_case SET lease_until = ? WHERE id = ? AND claimed_by IS NOT NULL",
                            clock.instant().plus(left).atOffset(ZoneOffset.UTC),
                            report.value()))
                    .as("claims whose end was moved")
                    .isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
