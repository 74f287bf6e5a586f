package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.desk.CaseOpened;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Takes a report into the queue. Its clocks start when intake received it, not when the desk heard of it. */
@ApplicationScoped
public class OpenCase {

    private static final String INSERT = """
            INSERT INTO report_case (id, short_id, channel, language, region, rule, danger, child, texts,
                                     received_at, last_wrote_at, read_by, escalates_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'unknown', $9, $9, $10, $11)""";
    private static final String ADDRESS = """
            INSERT INTO case_team (report_id, team, addressed_as)
            SELECT $1, team, addressed_as FROM unnest($2::text[], $3::text[]) AS a (team, addressed_as)
            ON CONFLICT DO NOTHING""";

    private final ShortIds shortIds;
    private final CaseJournal journal;
    private final ReadingTimes times;

    OpenCase(ShortIds shortIds, CaseJournal journal, ReadingTimes times) {
        this.shortIds = shortIds;
        this.journal = journal;
        this.times = times;
    }

    /** @return the case's short id */
    public Uni<String> open(Transaction transaction, ReportReceived report) {
        SqlClient connection = transaction.connection();
        return shortIds.take(connection, report.reportId())
                .call(shortId -> Uni.join()
                        .all(
                                insert(connection, shortId, report),
                                address(connection, report),
                                journal.write(
                                        transaction,
                                        "report-received",
                                        null,
                                        new CaseOpened(report.reportId(), report.at())))
                        .andFailFast());
    }

    private Uni<Void> insert(SqlClient connection, String shortId, ReportReceived report) {
        Tuple values = Tuple.tuple()
                .addUUID(report.reportId().value())
                .addString(shortId)
                .addString(word(report.channel()))
                .addString(report.language().value())
                .addString(report.region().value())
                .addString(report.rule().value())
                .addBoolean(report.danger())
                .addBoolean(report.child())
                .addOffsetDateTime(SqlTime.of(report.at()))
                .addOffsetDateTime(SqlTime.of(report.at().plus(times.within())))
                .addOffsetDateTime(SqlTime.of(report.at().plus(times.escalatesAfter())));
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private static Uni<Void> address(SqlClient connection, ReportReceived report) {
        List<Addressed> addressed = report.addressed();
        return connection
                .preparedQuery(ADDRESS)
                .execute(Tuple.of(
                        report.reportId().value(),
                        addressed.stream().map(one -> one.team().value()).toArray(String[]::new),
                        addressed.stream().map(one -> word(one.as())).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** The word that the contract has for it. */
    static String word(Enum<?> value) {
        return Json.mapper().convertValue(value, String.class);
    }
}
