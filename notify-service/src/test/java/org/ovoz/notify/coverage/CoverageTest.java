package org.ovoz.notify.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

/** Each test's language is nobody else's. */
@DeskTest
class CoverageTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Inject
    WatchCoverage watchCoverage;

    @Inject
    MovableClock clock;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private String language;
    private Person aziza;
    private Person coordinator;

    @BeforeEach
    void aTeamOfOneWithALanguageOfItsOwn() {
        language =
                "qaa-" + (char) ('A' + some()) + (char) ('a' + some()) + (char) ('a' + some()) + (char) ('a' + some());
        Team team = Team.aTeam();
        team.publish(signed(team)).then().statusCode(200);
        aziza = Person.aResponderOffCallOf(team);
        coordinator = Person.aCoordinatorOf(team);
        Sql.change("UPDATE person SET languages = ARRAY[?] WHERE handle = ?", language, aziza.handle());
    }

    @Test
    void theMapShowsWhoIsThereHourByHour() {
        map().body("cells", hasSize(1))
                .body("cells[0].region", equalTo("KZ"))
                .body("cells[0].hours", hasSize(1))
                .body("cells[0].hours[0].level", equalTo("none"));
        Planning.by(coordinator).aDutyCheckedIn(aziza, Duration.ofMinutes(-30), Duration.ofHours(5));
        map().body("cells[0].readersNow", equalTo(1)).body("cells[0].hours[0].level", equalTo("checked-in"));
        Api.asAuditor().get("/api/v1/coverage").then().statusCode(200);
        Api.as(aziza).get("/api/v1/coverage").then().statusCode(403);
        Api.as(coordinator).get("/api/v1/coverage?from=tomorrow").then().statusCode(400);
    }

    @Test
    void aGapIsToldADayBeforeOnceAndIsOverWhenItIsFilled() {
        Planning planning = Planning.by(coordinator);
        planning.aDutyCheckedIn(aziza, Duration.ofMinutes(-30), Duration.ofHours(5));
        afterASweep(() ->
                assertThat(notices("ended_at IS NULL")).hasSize(1).allMatch(one -> one.startsWith(language + "/KZ/")));
        sweep();
        assertThat(notices("true")).hasSize(1);
        Sql.change("UPDATE person SET on_call = true WHERE handle = ?", aziza.handle());
        Sql.change(
                "UPDATE duty SET cancelled_at = starts_at WHERE person = (SELECT id FROM person WHERE handle = ?)",
                aziza.handle());
        afterASweep(() -> assertThat(notices("ended_at IS NULL")).isEmpty());
        assertThat(notices("ended_at IS NOT NULL")).hasSize(1);
    }

    @Test
    void whatNobodyHasEverReadAlertsNobody() {
        sweep();
        assertThat(notices("true")).isEmpty();
    }

    @Test
    void aLanguageWhoseLastTeamWasStoppedIsMissed() {
        Sql.change("UPDATE person SET on_call = true WHERE handle = ?", aziza.handle());
        afterASweep(() -> assertThat(Sql.read("SELECT 1 FROM covered_cell WHERE language = ?", language))
                .hasSize(1));
        aziza.team().suspend().then().statusCode(200);
        afterASweep(() -> assertThat(notices("ended_at IS NULL")).hasSize(1));
        sweep();
        assertThat(notices("true")).hasSize(1);
    }

    @Test
    void intakeIsToldWhenALanguageIsReadWheneverThatChangesAndOnceADay() {
        afterASweep(() -> assertThat(said())
                .singleElement()
                .satisfies(never -> assertThat(never)
                        .returns(false, LanguageCoverage::readNow)
                        .returns(null, LanguageCoverage::nextFrom)));
        Planning.by(coordinator).aDuty(aziza, Duration.ofHours(2), Duration.ofHours(3));
        afterASweep(() -> assertThat(said()).hasSize(2));
        assertThat(Duration.between(said().getLast().at(), said().getLast().nextFrom()))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
        Sql.change("UPDATE language_coverage SET said_at = said_at - interval '25 hours' WHERE language = ?", language);
        afterASweep(() -> assertThat(said()).hasSize(3));
    }

    @Test
    void ofALanguageOnlyTheLatestIsPublished() {
        afterASweep(() -> assertThat(said()).hasSize(1));
        Sql.change("""
                INSERT INTO coverage_publication (language, sequence, id, type, payload, occurred_at)
                SELECT language, n, gen_random_uuid(), type, replace(payload, 'false', CASE n WHEN 3 THEN 'true' ELSE 'false' END),
                    occurred_at FROM coverage_publication, generate_series(2, 3) n WHERE language = ? AND sequence = 1""", language);
        Eventually.so(() -> assertThat(said()).hasSize(2));
        assertThat(said().getLast().readNow()).isTrue();
        assertThat(Sql.read("SELECT 1 FROM coverage_publication WHERE language = ? AND published_at IS NULL", language))
                .isEmpty();
    }

    @Test
    void theMetricsCountWhoIsThereAndTheHoursThatNobodyReads() {
        Sql.change("UPDATE person SET on_call = true WHERE handle = ?", aziza.handle());
        sweep();
        String metrics = given().get(management.resolve("metrics")).asString();
        assertThat(metrics)
                .contains("ovoz_coverage_readers{language=\"" + language + "\",region=\"KZ\"} 1.0")
                .contains("ovoz_coverage_gap_hours{language=\"" + language + "\"} 0.0");
    }

    /** A pass that another one of the desk's own overtook tells nothing. */
    private void afterASweep(ThrowingRunnable assertion) {
        Eventually.so(() -> {
            sweep();
            assertion.run();
        });
    }

    private void sweep() {
        watchCoverage.sweep().await().atMost(AT_MOST);
    }

    private ValidatableResponse map() {
        return Api.as(coordinator)
                .queryParam("language", language)
                .get("/api/v1/coverage")
                .then()
                .statusCode(200);
    }

    private List<LanguageCoverage> said() {
        return Bus.read(Topics.COVERAGE, language).stream()
                .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), LanguageCoverage.class))
                .toList();
    }

    private List<String> notices(String which) {
        return Sql.read(
                "SELECT subject FROM notice WHERE kind = 'coverage-gap' AND subject LIKE ? AND " + which,
                language + "/%");
    }

    private String signed(Team team) {
        TeamRecord record = new TeamRecord(
                team.id(),
                team.organisation(),
                2,
                List.of(new LanguageTag(language)),
                List.of(new RegionCode("KZ")),
                List.of(),
                false,
                false,
                List.of(),
                false,
                false,
                team.encryption().toPublicJWK(),
                team.order().toPublicJWK());
        return SignedTeamRecord.sign(record, DeskSetting.get().administration());
    }

    private static int some() {
        return ThreadLocalRandom.current().nextInt(26);
    }
}
