package org.ovoz.notify.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

/** What is counted is counted in codes, and belongs to nobody. */
@DeskTest
class StatisticsTest {

    private static final String CANARY = "a canary sentence that somebody wrote";
    private static final List<String> TABLES = List.of("statistic_arrival", "statistic_row");

    @Inject
    MixRows mixRows;

    private Person aziza;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aResponder() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void aRowIsKeptInCodesAndReplacedByTheNextOfItsId() {
        put(coded()).then().statusCode(204);
        put(coded()).then().statusCode(204);
        mix();
        assertThat(rows("coded->'people'->0->>'nationality'")).containsExactly("KG");
        put(Map.of("sectors", List.of("herding"))).then().statusCode(204);
        assertThat(rows("coded->'people'->0->>'nationality'"))
                .as("until the next mixing")
                .containsExactly("KG");
        mix();
        assertThat(rows("coded::text")).containsExactly("{\"sectors\": [\"herding\"]}");
        assertThat(rows("month || ' ' || region")).containsExactly(month() + " KZ");
    }

    @Test
    void whoAgreesNoMoreIsNotCountedAnyMore() {
        put(coded()).then().statusCode(204);
        mix();
        takeBack().then().statusCode(204);
        takeBack().then().statusCode(204);
        mix();
        assertThat(rows("id")).isEmpty();
        put(coded()).then().statusCode(204);
        takeBack().then().statusCode(204);
        mix();
        assertThat(rows("id")).as("taken back before it was mixed").isEmpty();
    }

    @Test
    void nothingButCodesGetsIn() {
        Map<String, Object> form = form(coded());
        for (Object bad : new Object[] {CANARY, "SHELTER", "", "shelter|food", "shelter\n"}) {
            refused(with("needs", List.of(bad)));
            refused(with("role", bad));
            refused(with("people", List.of(Map.of("sex", bad))));
            refused(with("people", List.of(Map.of("nationality", bad))));
            refused(with("complaints", List.of(Map.of("body", bad))));
        }
        refused(with("people", java.util.Collections.nCopies(101, Map.of("sex", "female"))));
        for (String region : List.of("KZ-ZHA", "kz", CANARY)) {
            form.put("region", region);
            send(form).then().statusCode(400);
        }
        form = form(coded());
        form.put("month", "2026-11-26");
        send(form).then().statusCode(400);
        form.put("month", "2099-01");
        send(form).then().statusCode(422);
        assertThat(Sql.read("SELECT 1 FROM statistic_arrival WHERE id = ?", id)).isEmpty();
    }

    @Test
    void whatElseIsSentIsLeftBehind() {
        Map<String, Object> coded = coded();
        coded.put("name", CANARY);
        Map<String, Object> form = form(coded);
        form.put("report", CANARY);
        send(form).then().statusCode(204);
        mix();
        assertThat(rows("statistic_row::text")).hasSize(1).noneMatch(row -> row.contains("canary"));
    }

    @Test
    void noColumnCouldNameACaseAPersonOrAMoment() {
        List<String> columns = Sql.read("""
                SELECT table_name || ' ' || column_name || ' ' || data_type || coalesce(' ' || column_default, '')
                FROM information_schema.columns WHERE table_name LIKE 'statistic%' ORDER BY 1""");
        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(TABLES.stream()
                        .flatMap(table -> List.of("coded jsonb", "id uuid", "month text", "region text").stream()
                                .map(column -> table + " " + column))
                        .toList());
        assertThat(Sql.read("""
                SELECT conname FROM pg_constraint WHERE contype = 'f'
                    AND (conrelid::regclass::text LIKE 'statistic%' OR confrelid::regclass::text LIKE 'statistic%')""")).isEmpty();
        assertThat(Sql.read("SELECT tgname FROM pg_trigger WHERE tgrelid::regclass::text LIKE 'statistic%'"))
                .isEmpty();
    }

    @Test
    void nothingElseOfTheDeskKnowsTheIdAndNoLogDoes() {
        List<String> logged = new CopyOnWriteArrayList<>();
        ExtHandler listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                logged.add(read(line));
            }
        };
        Logger root = LogContext.getLogContext().getLogger("");
        root.addHandler(listener);
        try {
            put(coded()).then().statusCode(204);
            put(Map.of("role", CANARY)).then().statusCode(400);
            mix();
        } finally {
            root.removeHandler(listener);
        }
        List<String> naming = Sql.read("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream()
                .filter(table -> !Sql.read(
                                "SELECT 1 FROM \"" + table + "\" t WHERE t::text LIKE ? LIMIT 1", "%" + id + "%")
                        .isEmpty())
                .toList();
        assertThat(naming).containsExactly("statistic_row");
        assertThat(logged).noneMatch(line -> line.contains(id.toString()) || line.contains("canary"));
    }

    @Test
    void mixingLeavesNoTraceOfWhatCameWhen() {
        for (int i = 0; i < 5; i++) {
            put(UUID.randomUUID(), coded()).then().statusCode(204);
            mix();
        }
        assertThat(Sql.read("SELECT DISTINCT xmin::text FROM statistic_row")).hasSize(1);
        assertThat(Sql.read("SELECT id FROM statistic_row ORDER BY ctid"))
                .hasSizeGreaterThanOrEqualTo(5)
                .isEqualTo(Sql.read("SELECT id FROM statistic_row ORDER BY id"));
        assertThat(Sql.read("SELECT id FROM statistic_arrival")).isEmpty();
    }

    private void mix() {
        mixRows.mix().await().atMost(java.time.Duration.ofSeconds(20));
    }

    private List<String> rows(String what) {
        return Sql.read("SELECT " + what + " FROM statistic_row WHERE id = ?", id);
    }

    private void refused(Map<String, Object> coded) {
        put(coded).then().statusCode(400);
    }

    private Response put(Map<String, Object> coded) {
        return put(id, coded);
    }

    private Response put(UUID row, Map<String, Object> coded) {
        return send(row, form(coded));
    }

    private Response send(Map<String, Object> form) {
        return send(id, form);
    }

    private Response send(UUID row, Map<String, Object> form) {
        return Api.as(aziza).contentType("application/json").body(form).put("/api/v1/statistics/rows/" + row);
    }

    private Response takeBack() {
        return Api.as(aziza).delete("/api/v1/statistics/rows/" + id);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> coded = coded();
        coded.put(name, value);
        return coded;
    }

    private static Map<String, Object> form(Map<String, Object> coded) {
        return new HashMap<>(Map.of("month", month(), "region", "KZ", "coded", coded));
    }

    private static String month() {
        return YearMonth.from(MovableClock.now().atOffset(ZoneOffset.UTC)).toString();
    }

    private static Map<String, Object> coded() {
        return new HashMap<>(Map.of(
                "role", "relative",
                "exploitation", List.of("forced-labour"),
                "sectors", List.of("herding"),
                "indicators", List.of("documents", "wages"),
                "needs", List.of("shelter", "legal"),
                "status", "possible",
                "decidedBy", "ngo",
                "people",
                        List.of(
                                Map.of("sex", "male", "age", "25-34", "nationality", "KG", "migration", "irregular"),
                                Map.of()),
                "complaints", List.of(Map.of("body", "police", "outcome", "refused"))));
    }

    private static String read(LogRecord line) {
        return line instanceof ExtLogRecord ours ? ours.getFormattedMessage() : line.getMessage();
    }
}
