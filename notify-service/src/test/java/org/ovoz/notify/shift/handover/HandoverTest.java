package org.ovoz.notify.shift.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

@DeskTest
class HandoverTest {

    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private UUID ending;
    private Planning planning;

    @BeforeEach
    void azizasDutyEndsInHalfAnHourAndSheHoldsAReport() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        bek = Person.aResponderOffCallOf(aziza.team());
        planning = Planning.by(Person.aCoordinatorOf(aziza.team()));
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        ending = planning.aDutyCheckedIn(aziza, Duration.ofMinutes(-450), EIGHT_HOURS);
    }

    @Test
    void whatIsOpenIsListedToTheTeamAndAcceptedByWhoComesNext() {
        planning.aDutyCheckedIn(bek, Duration.ofMinutes(20), EIGHT_HOURS);
        list(aziza).body("handovers", hasSize(1)).body("handovers[0].mine", equalTo(true));
        list(bek).body("handovers[0].mine", equalTo(false)).body("handovers[0].reports", hasSize(1));
        accept(bek).statusCode(200).body("reports", equalTo(1));
        list(bek).body("handovers", hasSize(0));
        accept(bek).statusCode(409).body("type", equalTo("urn:ovoz:problem:already-accepted"));
        clock.putForward(Duration.ofMinutes(25));
        assertThat(notices()).isEmpty();
    }

    @Test
    void whatIsClaimedAfterAnEarlyAcceptanceIsListedAndAcceptedAgain() {
        planning.aDutyCheckedIn(bek, Duration.ofMinutes(20), EIGHT_HOURS);
        accept(bek).statusCode(200).body("reports", equalTo(1));
        Report later = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(later.path() + "/claim").then().statusCode(200);
        list(bek).body("handovers[0].reports.id", contains(later.id().toString()));
        clock.putForward(Duration.ofMinutes(21));
        Eventually.so(() -> assertThat(notices()).containsExactly("open"));
        accept(bek).statusCode(200).body("reports", equalTo(1));
        accept(bek).statusCode(409).body("type", equalTo("urn:ovoz:problem:already-accepted"));
        list(bek).body("handovers", hasSize(0));
        assertThat(Sql.read("SELECT cardinality(reports) FROM duty_handover WHERE duty = ?", ending))
                .containsExactly("2");
    }

    @Test
    void nothingIsAcceptedBeforeItIsShown() {
        planning.aDutyCheckedIn(bek, Duration.ofMinutes(20), EIGHT_HOURS);
        Sql.change("UPDATE duty SET ends_at = ends_at + interval '31 minutes' WHERE id = ?", ending);
        accept(bek).statusCode(409).body("type", equalTo("urn:ovoz:problem:too-early"));
        list(bek).body("handovers", hasSize(0));
    }

    @Test
    void onlyWhoIsCheckedInThenAcceptsAndNobodyTheirOwn() {
        accept(bek).statusCode(409).body("type", equalTo("urn:ovoz:problem:not-on-duty-then"));
        planning.aDuty(bek, Duration.ofMinutes(20), EIGHT_HOURS);
        accept(bek).statusCode(409);
        accept(aziza).statusCode(404);
        accept(Person.aResponderOf(Team.aTeam())).statusCode(404);
    }

    @Test
    void whatNobodyAcceptedTenMinutesBeforeTheEndComesBeforeTheCoordinatorsUntilSomebodyDoes() {
        assertThat(notices()).isEmpty();
        clock.putForward(Duration.ofMinutes(21));
        Eventually.so(() -> assertThat(notices()).containsExactly("open"));
        planning.aDutyCheckedIn(bek, Duration.ofMinutes(5), EIGHT_HOURS);
        accept(bek).statusCode(200);
        assertThat(notices()).containsExactly("over");
    }

    @Test
    void whoGoesOnHandsNothingOver() {
        planning.aDutyCheckedIn(aziza, Duration.ofMinutes(45), EIGHT_HOURS);
        Sql.change(
                "UPDATE duty SET starts_at = (SELECT ends_at FROM duty WHERE id = ?) WHERE id <> ? AND person = (SELECT person FROM duty WHERE id = ?)",
                ending,
                ending,
                ending);
        list(bek).body("handovers", hasSize(0));
    }

    private ValidatableResponse accept(Person person) {
        return Api.as(person)
                .post("/api/v1/duties/" + ending + "/handover/accept")
                .then();
    }

    private static ValidatableResponse list(Person person) {
        return Api.as(person).get("/api/v1/me/handover").then().statusCode(200);
    }

    private List<String> notices() {
        return Sql.read("""
                SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'over' END FROM notice
                WHERE kind = 'handover-open' AND subject = ?""", ending.toString());
    }
}
