package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import org.ovoz.contracts.Topics;

/** What the desk has. */
final class ReadDesk {

    private ReadDesk() {}

    static AtTheDesk of(Connection desk) {
        return new AtTheDesk(
                Rows.of(
                        desk,
                        "SELECT id, received_at FROM report_case",
                        row -> new AtTheDesk.CaseRow(row.uuid(1), row.time(2))),
                Rows.of(
                        desk,
                        "SELECT id, key::uuid, sequence, settled_at FROM inbox WHERE state = 'applied' AND topic = '"
                                + Topics.REPORTS + "'",
                        row -> new AtTheDesk.AppliedRow(row.uuid(1), row.uuid(2), row.number(3), row.time(4))));
    }
}
