package org.ovoz.notify.shift.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

@DeskTest
class ShiftsTest {

    @Inject
    LayOutRosters layOutRosters;

    private Person aziza;
    private Planning planning;
    private UUID pattern;

    @BeforeEach
    void azizaWorksAtNight() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        planning = Planning.by(Person.aCoordinatorOf(aziza.team()));
        pattern = Ids.random();
        planning.pattern(pattern, aziza, "22:00", "06:00").then().statusCode(204);
    }

    @Test
    void aPatternIsLaidOutForTheComingFortnight() {
        assertThat(Planning.duties(aziza)).hasSizeBetween(14, 15);
        Api.as(aziza)
                .get("/api/v1/shifts")
                .then()
                .statusCode(200)
                .body("patterns", hasSize(1))
                .body("patterns[0].handle", equalTo(aziza.handle()));
    }

    @Test
    void layingOutAgainChangesNothingAndKeepsACheckIn() {
        List<Map<String, Object>> before = Planning.duties(aziza);
        UUID first = UUID.fromString((String) before.getFirst().get("id"));
        Sql.change("UPDATE duty SET checked_in_at = starts_at, rang_at = starts_at WHERE id = ?", first);
        layOutRosters.sweep().await().atMost(Duration.ofSeconds(20));
        planning.pattern(pattern, aziza, "22:00", "06:00").then().statusCode(204);
        List<Map<String, Object>> after = Planning.duties(aziza);
        assertThat(after)
                .extracting("id")
                .isEqualTo(before.stream().map(one -> one.get("id")).toList());
        assertThat(after.getFirst()).containsEntry("checkedIn", true);
    }

    @Test
    void whatAChangedPatternDoesNotSayAnyMoreIsCancelledAndAnEndMovesTheDuty() {
        List<Map<String, Object>> before = Planning.duties(aziza);
        planning.pattern(pattern, aziza, "22:00", "07:00").then().statusCode(204);
        assertThat(Planning.duties(aziza))
                .extracting("id")
                .containsAll(before.stream().map(one -> one.get("id")).toList());
        planning.pattern(pattern, aziza, "23:00", "07:00").then().statusCode(204);
        assertThat(Planning.duties(aziza))
                .extracting("id")
                .doesNotContainAnyElementsOf(
                        before.stream().map(one -> one.get("id")).toList());
        Api.as(planning.coordinator())
                .delete("/api/v1/shifts/" + pattern)
                .then()
                .statusCode(204);
        assertThat(Planning.duties(aziza)).isEmpty();
        Api.as(planning.coordinator())
                .delete("/api/v1/shifts/" + pattern)
                .then()
                .statusCode(404);
    }

    @Test
    void onADateOffNothingBegins() {
        int before = Planning.duties(aziza).size();
        String inAWeek = MovableClock.now().plus(Duration.ofDays(7)).toString().substring(0, 10);
        planning.put(
                        "exceptions/" + Ids.random(),
                        Map.of(
                                "handle",
                                aziza.handle(),
                                "team",
                                aziza.team().id().value(),
                                "off",
                                inAWeek))
                .then()
                .statusCode(204);
        assertThat(Planning.duties(aziza)).hasSize(before - 1);
    }

    @Test
    void whoIsStoppedHasNoDuties() {
        Sql.change("UPDATE person SET state = 'suspended' WHERE handle = ?", aziza.handle());
        layOutRosters.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(Sql.read(
                        "SELECT d.id FROM duty d JOIN person p ON p.id = d.person WHERE p.handle = ? AND d.cancelled_at IS NULL",
                        aziza.handle()))
                .isEmpty();
    }

    @Test
    void onlyTheOwnOrganisationIsPlanned() {
        Planning stranger = Planning.by(Person.aCoordinatorOf(Team.aTeam()));
        stranger.pattern(Ids.random(), aziza, "08:00", "16:00")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ovoz:problem:shift-refused"));
        Api.as(stranger.coordinator())
                .delete("/api/v1/shifts/" + pattern)
                .then()
                .statusCode(404);
        Planning.by(aziza).pattern(Ids.random(), aziza, "08:00", "16:00").then().statusCode(403);
    }

    @Test
    void whatIsNoFormIsRefused() {
        Map<String, Object> form = Map.of(
                "handle", aziza.handle(),
                "team", aziza.team().id().value(),
                "days", List.of(8),
                "from", "08:00",
                "until", "16:00",
                "zone", "Middle/Earth",
                "validFrom", "2026-01-01");
        planning.put("patterns/" + Ids.random(), form).then().statusCode(400);
        planning.extra(aziza, MovableClock.now(), Duration.ofHours(25)).then().statusCode(400);
    }
}
