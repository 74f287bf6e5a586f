package org.ovoz.local.journeys.bench.screen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Fills a desk with open reports: one that came as all come, and copies of its rows, which nobody has to be alerted of. */
final class ManyCases {
    private static final String TEXT = "Yordam kerak, bizni doʻkonda ushlab turishibdi, pasportimni olib qoʻyishgan";

    /** Read already, so that nothing is due in them and what comes new stands above them. */
    private static final String CASES = """
            INSERT INTO report_case SELECT copy.* FROM report_case c, generate_series(1, ?) AS n,
                jsonb_populate_record(c, jsonb_build_object(
                    'id', md5('case ' || n)::uuid,
                    'short_id', translate(upper(lpad(to_hex(n), 4, '0')), 'ABCDEF', 'GHJKMN'),
                    'received_at', c.received_at - n * interval '1 minute',
                    'read_by', null, 'first_opened_at', c.received_at)) AS copy
            WHERE c.id = ?""";

    private static final String TEAMS = """
            INSERT INTO case_team SELECT md5('case ' || n)::uuid, t.team, t.addressed_as
            FROM case_team t, generate_series(1, ?) AS n WHERE t.report_id = ?""";

    private static final String SHORT_IDS = """
            INSERT INTO short_id SELECT c.short_id, c.id FROM report_case c
            WHERE NOT EXISTS (SELECT 1 FROM short_id s WHERE s.report_id = c.id OR s.short_id = c.short_id)""";

    private final RunningStack running;
    private final ResponderSession responder;

    ManyCases(RunningStack running, ResponderSession responder) {
        this.running = running;
        this.responder = responder;
    }

    void fill(int count) throws SQLException {
        CaseView first = running.reports(responder).open(TEXT);
        UUID one = first.id().value();
        try (Connection desk = running.databases().desk()) {
            Databases.change(desk, CASES, count - 1, one);
            Databases.change(desk, TEAMS, count - 1, one);
            Databases.change(desk, SHORT_IDS);
        }
    }
}
