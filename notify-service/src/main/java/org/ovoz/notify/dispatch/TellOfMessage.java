package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertText;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** The reporter wrote again: whoever holds the report is told, else whoever is on call. */
@ApplicationScoped
public class TellOfMessage {

    private static final String FIND = """
            SELECT short_id, danger, first_opened_at IS NOT NULL AS opened,
                CASE WHEN lease_until > $2 THEN claimed_by END AS holder
            FROM report_case WHERE id = $1""";

    private final OnCall onCall;
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfMessage(OnCall onCall, TellPeople tellPeople, Clock clock) {
        this.onCall = onCall;
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    public Uni<Void> tell(Transaction transaction, UUID cause, ReportId report) {
        SqlClient connection = transaction.connection();
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(report.value(), SqlTime.of(clock.instant())))
                .map(rows -> rows.iterator().next())
                .chain(found -> people(connection, report, found)
                        .chain(people -> tellPeople.tell(transaction, cause, report, text(found), people)));
    }

    private Uni<List<PersonId>> people(SqlClient connection, ReportId report, Row found) {
        UUID holder = found.getUUID("holder");
        return holder == null
                ? onCall.responsible(connection, report)
                : Uni.createFrom().item(List.of(new PersonId(holder)));
    }

    private static String text(Row found) {
        return AlertText.of(found.getString("short_id"), found.getBoolean("danger"), found.getBoolean("opened"));
    }
}
