package org.ovoz.notify.shift.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;
import org.ovoz.notify.time.SqlTime;

@DeskTest
class SwapsTest {

    private static final Duration LATER = Duration.ofHours(30);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private Person aziza;
    private Person bek;
    private Planning planning;
    private UUID duty;

    @BeforeEach
    void azizaOffersADuty() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        bek = Person.aResponderOffCallOf(aziza.team());
        planning = Planning.by(Person.aCoordinatorOf(aziza.team()));
        duty = planning.aDuty(aziza, LATER, EIGHT_HOURS);
        Api.as(aziza).post("/api/v1/me/duties/" + duty + "/offer").then().statusCode(204);
    }

    @Test
    void whatOneOffersAnotherOfTheTeamTakesWhole() {
        Sql.change("UPDATE duty SET checked_in_at = starts_at, rang_at = starts_at WHERE id = ?", duty);
        Api.as(bek).get("/api/v1/swaps").then().statusCode(200).body("offers", hasSize(1));
        accept(bek, 204);
        assertThat(Planning.duties(aziza)).isEmpty();
        assertThat(Planning.duties(bek))
                .singleElement()
                .satisfies(taken ->
                        assertThat(taken).containsEntry("id", duty.toString()).containsEntry("checkedIn", false));
        accept(bek, 409);
    }

    @Test
    void aTeamSeesItsComingDutiesAndAnotherTeamDoesNot() {
        Api.as(bek)
                .get("/api/v1/duties")
                .then()
                .statusCode(200)
                .body("duties", hasSize(1))
                .body("duties[0].handle", equalTo(aziza.handle()))
                .body("duties[0].offered", equalTo(true))
                .body("duties[0].opened", equalTo(false));
        accept(bek, 204);
        Api.as(planning.coordinator())
                .get("/api/v1/duties")
                .then()
                .body("duties[0].handle", equalTo(bek.handle()))
                .body("duties[0].offered", equalTo(false));
        Api.as(Person.aResponderOf(Team.aTeam())).get("/api/v1/duties").then().body("duties", hasSize(0));
    }

    @Test
    void thePlanDoesNotGiveItBack() {
        accept(bek, 204);
        planning.pattern(Ids.random(), aziza, "00:00", "00:00").then().statusCode(204);
        assertThat(Planning.duties(bek)).extracting("id").containsExactly(duty.toString());
        assertThat(Sql.read("""
                        SELECT a.id FROM duty a JOIN duty b ON b.id = ? AND a.id <> b.id AND a.team = b.team
                        WHERE a.cancelled_at IS NULL AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at""", duty)).isEmpty();
    }

    @Test
    void aRunningDutyBesideOneThatWasSwappedAndIsOverStaysAsItIs() {
        Instant now = MovableClock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant over = now.minus(Duration.ofHours(1));
        Sql.change(
                "INSERT INTO duty (id, person, team, starts_at, ends_at, swapped_at) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.random(),
                bek.id(),
                bek.team().id().value(),
                SqlTime.of(over.minus(EIGHT_HOURS)),
                SqlTime.of(over),
                SqlTime.of(over.minus(EIGHT_HOURS)));
        planning.extra(bek, over.minus(EIGHT_HOURS), Duration.ofHours(12))
                .then()
                .statusCode(204);
        assertThat(Planning.duties(bek))
                .singleElement()
                .satisfies(running ->
                        assertThat(Instant.parse((String) running.get("from"))).isEqualTo(over));
    }

    @Test
    void nobodyTakesItTwiceAndNobodyTakesTheirOwnOrAnotherTeams() {
        Person vera = Person.aResponderOffCallOf(aziza.team());
        accept(aziza, 409);
        accept(Person.aResponderOffCallOf(Team.aTeam()), 404);
        accept(vera, 204);
        accept(bek, 404);
    }

    @Test
    void whoIsOnDutyThenCannotTakeIt() {
        planning.aDuty(bek, LATER.plusHours(7), EIGHT_HOURS);
        Api.as(bek)
                .post("/api/v1/swaps/" + duty + "/accept")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:on-duty-then"));
    }

    @Test
    void anOfferCanBeTakenBackUntilItIsTaken() {
        Api.as(aziza).delete("/api/v1/me/duties/" + duty + "/offer").then().statusCode(204);
        accept(bek, 404);
        Api.as(aziza).delete("/api/v1/me/duties/" + duty + "/offer").then().statusCode(404);
    }

    @Test
    void whatHasBegunIsNotOfferedAndWhatIsNotMineNeither() {
        UUID begun = planning.aDuty(bek, Duration.ofHours(-1), EIGHT_HOURS);
        Api.as(bek).post("/api/v1/me/duties/" + begun + "/offer").then().statusCode(404);
        Api.as(bek).post("/api/v1/me/duties/" + duty + "/offer").then().statusCode(404);
    }

    private void accept(Person person, int status) {
        Api.as(person).post("/api/v1/swaps/" + duty + "/accept").then().statusCode(status);
    }
}
