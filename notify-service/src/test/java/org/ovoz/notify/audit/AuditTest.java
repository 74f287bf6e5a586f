package org.ovoz.notify.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class AuditTest {

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatWasWorkedOn() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Order.of(OrderAction.FETCH, report, aziza.team())
                .by(aziza, report)
                .then()
                .statusCode(200);
        Api.as(aziza).get(report.path()).then().statusCode(200);
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
    }

    @Test
    void everyViewAndEveryChangeIsKept() {
        assertThat(chain("report:" + report.id()))
                .extracting(line -> line.get("what"))
                .contains(
                        "report-received",
                        "case-viewed",
                        "report-claimed",
                        "order-fetch",
                        "report-opened",
                        "claim-released");
        Api.as(aziza).get("/api/v1/cases").then().statusCode(200);
        String person = Sql.read("SELECT id FROM person WHERE handle = ?", aziza.handle())
                .getFirst();
        assertThat(chain("person:" + person))
                .extracting(line -> line.get("what"))
                .contains("queue-viewed");
        assertThat(chain("directory"))
                .extracting(line -> line.get("subject"))
                .contains(aziza.subject(), aziza.team().id().value());
    }

    @Test
    void whatIsNotShownToSomebodyIsNotKeptAsSeen() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        int before = chain("report:" + report.id()).size();
        Api.as(stranger).get(report.path()).then().statusCode(404);
        assertThat(chain("report:" + report.id())).hasSize(before);
    }

    @Test
    void theChainOfHashesVerifies() throws Exception {
        byte[] before = new byte[0];
        long sequence = 0;
        for (Map<String, Object> line : chain("report:" + report.id())) {
            assertThat(((Number) line.get("sequence")).longValue()).isEqualTo(++sequence);
            before = sha256(before, canonical(line));
            assertThat(line.get("hash"))
                    .as(line.toString())
                    .isEqualTo(HexFormat.of().formatHex(before));
        }
    }

    @Test
    void nobodyChangesWhatWasWritten() {
        for (String change : List.of("UPDATE audit SET what = 'x'", "DELETE FROM audit", "TRUNCATE audit")) {
            assertThatThrownBy(() -> Sql.change(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void thePersonIsShownInTheTimelineByHandleAndViewsAreNot() {
        List<Map<String, Object>> timeline = report.await(aziza, seen -> true).getList("timeline");
        assertThat(timeline).extracting(line -> line.get("what")).doesNotContain("case-viewed", "order-fetch");
        assertThat(timeline)
                .filteredOn(line -> "report-claimed".equals(line.get("what")))
                .singleElement()
                .satisfies(line -> assertThat(line.get("who")).isEqualTo(aziza.handle()));
    }

    private static List<Map<String, Object>> chain(String chain) {
        List<Map<String, Object>> lines = new ArrayList<>(Api.asAuditor()
                .queryParam("chain", chain)
                .queryParam("limit", 1000)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries"));
        lines.sort(Comparator.comparingLong(line -> ((Number) line.get("sequence")).longValue()));
        return lines;
    }

    private static String canonical(Map<String, Object> line) {
        return String.join(
                "|",
                (String) line.get("chain"),
                (String) line.get("what"),
                Objects.toString(line.get("who"), ""),
                Objects.toString(line.get("subject"), ""),
                Instant.parse((String) line.get("at")).toString());
    }

    private static byte[] sha256(byte[] before, String text) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
