package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.time.Instant;

/** What intake stored since a moment. */
final class ReadIntake {

    private ReadIntake() {}

    static Stored since(Instant began, Connection intake, OpenItems open) {
        return new Stored(
                Rows.of(
                        intake,
                        "SELECT id_hmac, report_id, received_at FROM carrier_message WHERE received_at >= ?",
                        row -> new Stored.TextRow(row.string(1), row.uuid(2), row.time(3)),
                        began),
                Rows.of(
                        intake,
                        "SELECT i.id, i.report_id, i.at, i.jwe, c.shred_key FROM item i"
                                + " JOIN conversation c ON c.id = i.report_id WHERE i.kind = 'message' AND i.at >= ?",
                        row -> new Stored.ItemRow(
                                row.uuid(1),
                                row.uuid(2),
                                row.time(3),
                                open.textHash(row.uuid(1), row.uuid(2), row.string(4), row.uuid(5))),
                        began),
                Rows.of(
                        intake,
                        "SELECT id, opened_at FROM conversation",
                        row -> new Stored.ReportRow(row.uuid(1), row.time(2))));
    }
}
