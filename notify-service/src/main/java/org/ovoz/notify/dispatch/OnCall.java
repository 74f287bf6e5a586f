package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;

/** Who is on call for a report. */
@ApplicationScoped
class OnCall {

    private static final String FIND = """
            SELECT DISTINCT p.id FROM case_team a
            JOIN team t ON t.id = a.team AND NOT t.suspended
            JOIN person p ON t.id = ANY (p.teams) AND p.organisation = t.organisation AND p.on_call
            WHERE a.report_id = $1 AND (a.addressed_as = 'escalation') = $2
            ORDER BY p.id""";

    /** Of the teams that were addressed to act. */
    Uni<List<PersonId>> responsible(SqlClient transaction, ReportId report) {
        return find(transaction, report, false);
    }

    /** Of the teams that step in when nobody acts. */
    Uni<List<PersonId>> escalation(SqlClient transaction, ReportId report) {
        return find(transaction, report, true);
    }

    private static Uni<List<PersonId>> find(SqlClient transaction, ReportId report, boolean escalation) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(report.value(), escalation))
                .map(rows -> {
                    List<PersonId> people = new ArrayList<>(rows.size());
                    rows.forEach(row -> people.add(new PersonId(row.getUUID("id"))));
                    return people;
                });
    }
}
