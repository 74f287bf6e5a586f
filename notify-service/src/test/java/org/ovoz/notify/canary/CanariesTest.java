package org.ovoz.notify.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.CanaryId;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CanariesTest {

    private static final String TAJIK = "tg";

    @Inject
    MovableClock clock;

    @Inject
    Sentences sentences;

    private Person nadia;
    private int before;

    @BeforeEach
    void aCoordinatorTriesTheLines() {
        nadia = Person.aCoordinatorOf(Team.aTeam());
        Sql.change(
                "UPDATE canary SET state = 'missing', sent_at = coalesce(sent_at, planned_at) WHERE state <> 'arrived'");
        Sql.change("UPDATE notice SET ended_at = raised_at WHERE kind = 'dead-line' AND ended_at IS NULL");
        before = texts().size();
        assertThat(Api.as(nadia)
                        .post("/api/v1/canaries")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<Integer>path("canaries"))
                .isEqualTo(sentences.languages().size());
    }

    @Test
    void eachLineIsTextedOnceInEachLanguage() {
        Eventually.so(
                () -> assertThat(texts()).hasSize(before + sentences.languages().size()));
        assertThat(texts().stream().skip(before).map(FakeCarrier.Asked::body).distinct())
                .hasSize(sentences.languages().size())
                .allMatch(text -> text.matches("(?s).{30,} [0-9a-f]{32}"));
    }

    @Test
    void oneThatComesThroughIsMeasuredAndInNoQueueAndItsRemovalIsNoted() {
        UUID canary = awaitSent();
        ReportId report = new ReportId(Ids.random());
        Bus.send(Bus.Sent.of(
                new CanaryReceived(
                        report,
                        new CanaryId(canary),
                        new LanguageTag(TAJIK),
                        List.of(),
                        new RuleId("language"),
                        MovableClock.now()),
                1));
        Eventually.so(() -> assertThat(tajik().getString("state")).isEqualTo("arrived"));
        assertThat(tajik().getLong("millis")).isNotNegative();
        assertThat(tajik().getString("understood")).isEqualTo(TAJIK);
        Bus.send(Bus.Sent.of(new ReportShredded(report, MovableClock.now()), 2));
        Eventually.so(() -> assertThat(tajik().getBoolean("removed")).isTrue());
        assertThat(Sql.read("SELECT id FROM report_case WHERE id = ?", report.value()))
                .isEmpty();
        assertThat(Sql.read("SELECT id FROM alert WHERE report_id = ?", report.value()))
                .isEmpty();
    }

    @Test
    void oneThatDoesNotComeThroughIsPutBeforeTheCoordinatorsUntilOneDoes() {
        awaitSent();
        clock.putForward(Duration.ofMinutes(3).plusSeconds(1));
        Eventually.so(() -> assertThat(deadLines()).contains("line-1 tg"));
        Eventually.so(() -> assertThat(tajik().getString("reason")).isEqualTo("not-arrived"));
        Api.as(nadia).post("/api/v1/canaries").then().statusCode(202);
        Eventually.so(() -> assertThat(tajik().getString("state")).isEqualTo("sent"));
        Bus.send(Bus.Sent.of(
                new CanaryReceived(
                        new ReportId(Ids.random()),
                        new CanaryId(awaitSent()),
                        new LanguageTag(TAJIK),
                        List.of(),
                        new RuleId("language"),
                        MovableClock.now()),
                1));
        Eventually.so(() -> assertThat(deadLines()).doesNotContain("line-1 tg"));
    }

    @Test
    void oneThatNobodySentFollowsNothing() {
        ReportId report = new ReportId(Ids.random());
        Bus.send(Bus.Sent.of(
                new CanaryReceived(
                        report,
                        new CanaryId(Ids.random()),
                        new LanguageTag(TAJIK),
                        List.of(),
                        new RuleId("language"),
                        MovableClock.now()),
                1));
        Eventually.so(() -> assertThat(Sql.read("SELECT state FROM inbox WHERE key = ?", report.toString()))
                .containsExactly("applied"));
    }

    private static List<FakeCarrier.Asked> texts() {
        return DeskSetting.get().carrier().askedFor(DeskSetting.HOTLINE);
    }

    private static UUID awaitSent() {
        String sent = "SELECT id FROM canary WHERE language = 'tg' AND state = 'sent'";
        Eventually.so(() -> assertThat(Sql.read(sent)).hasSize(1));
        return UUID.fromString(Sql.read(sent).getFirst());
    }

    private JsonPath tajik() {
        JsonPath all = Api.as(nadia).get("/api/v1/canaries").jsonPath();
        return all.setRootPath("canaries.find { it.language == 'tg' }");
    }

    private List<String> deadLines() {
        return Api.as(nadia)
                .get("/api/v1/notices")
                .jsonPath()
                .getList("notices.findAll { it.kind == 'dead-line' && it.endedAt == null }.subject");
    }
}
