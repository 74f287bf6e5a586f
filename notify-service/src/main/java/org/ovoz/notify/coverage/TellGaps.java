package org.ovoz.notify.coverage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.notify.coverage.map.Cell;
import org.ovoz.notify.coverage.map.CoverageMap;
import org.ovoz.notify.coverage.map.Gap;
import org.ovoz.notify.coverage.map.GapNotices;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * Puts gaps before the coordinators before they begin. What nobody has ever read is no gap but a promise in a team's record: the map shows it,
 * and nobody is alerted. What was read and is in no team's record any more, or in those of stopped teams only, is one from now on.
 */
@ApplicationScoped
class TellGaps {

    private static final String OPEN = "SELECT subject FROM notice WHERE kind = $1 AND ended_at IS NULL";
    private static final String KNOWN = "SELECT language || '/' || region AS cell FROM covered_cell";
    private static final String REMEMBER = """
            INSERT INTO covered_cell (language, region, first_read_at)
            SELECT language, region, $3 FROM unnest($1::text[], $2::text[]) AS c (language, region)
            ON CONFLICT DO NOTHING""";

    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final CoverageSettings settings;

    TellGaps(RaiseNotice raiseNotice, EndNotice endNotice, CoverageSettings settings) {
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.settings = settings;
    }

    Uni<Void> tell(Transaction transaction, CoverageMap map, Instant now) {
        SqlClient client = transaction.connection();
        Map<String, Cell> cells = map.cells().stream().collect(Collectors.toMap(TellGaps::name, Function.identity()));
        return remember(client, map, now)
                .chain(() -> texts(client, KNOWN, Tuple.tuple(), "cell"))
                .chain(known -> texts(client, OPEN, Tuple.of(NoticeKind.COVERAGE_GAP.word()), "subject")
                        .map(open -> settle(map, known, open, now)))
                .chain(settled -> each(settled.raise(), gap -> raise(transaction, gap, cells))
                        .chain(() -> each(
                                settled.end(),
                                subject -> endNotice.end(transaction, NoticeKind.COVERAGE_GAP, subject))));
    }

    private GapNotices settle(CoverageMap map, Set<String> known, Set<String> open, Instant now) {
        Set<String> said = map.cells().stream().map(TellGaps::name).collect(Collectors.toSet());
        List<Gap> gaps = Stream.concat(
                        map.cells().stream()
                                .filter(cell -> known.contains(name(cell)))
                                .flatMap(cell -> Gap.in(map, cell).stream()),
                        known.stream().filter(name -> !said.contains(name)).map(name -> gone(name, map.from(), now)))
                .toList();
        return GapNotices.settle(gaps, open, map.from(), now, settings.warnBefore());
    }

    private Gap gone(String name, Instant from, Instant now) {
        int region = name.indexOf('/');
        return new Gap(
                new LanguageTag(name.substring(0, region)),
                new RegionCode(name.substring(region + 1)),
                from,
                now.plus(settings.ahead()));
    }

    private Uni<Boolean> raise(Transaction transaction, Gap gap, Map<String, Cell> cells) {
        Cell cell = cells.get(gap.language() + "/" + gap.region());
        return raiseNotice.raise(transaction, NoticeKind.COVERAGE_GAP, gap.subject(), concerned(cell));
    }

    /** One organisation's own affair, or everybody's. */
    private static @Nullable OrganisationId concerned(@Nullable Cell cell) {
        return cell != null && cell.organisations().size() == 1
                ? cell.organisations().iterator().next()
                : null;
    }

    private static Uni<Void> remember(SqlClient client, CoverageMap map, Instant now) {
        List<Cell> read = map.cells().stream().filter(Cell::everRead).toList();
        return client.preparedQuery(REMEMBER)
                .execute(Tuple.of(
                        read.stream().map(cell -> cell.language().value()).toArray(String[]::new),
                        read.stream().map(cell -> cell.region().value()).toArray(String[]::new),
                        SqlTime.of(now)))
                .replaceWithVoid();
    }

    private static Uni<Set<String>> texts(SqlClient client, String sql, Tuple values, String column) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            Set<String> texts = new HashSet<>();
            rows.forEach(row -> texts.add(row.getString(column)));
            return texts;
        });
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String name(Cell cell) {
        return cell.language() + "/" + cell.region();
    }
}
