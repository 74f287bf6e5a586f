package org.ovoz.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.FakeIntake;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

@DeskTest
class ExplainTest {

    private static final String EXPLAIN = "/api/v1/routing/explain";

    private Person aziza;
    private Person stepsIn;
    private Person coordinator;

    @BeforeEach
    void intakeNamesTwoTeams() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        stepsIn = Person.aResponderOf(Team.aTeam());
        coordinator = Person.aCoordinatorOf(aziza.team());
        RuleId rule = new RuleId("language-region");
        RoutingExplanation explanation = new RoutingExplanation(
                List.of(
                        new Addressed(aziza.team().id(), AddressedAs.RESPONSIBLE),
                        new Addressed(stepsIn.team().id(), AddressedAs.ESCALATION)),
                rule,
                true,
                List.of(new RoutingExplanation.Step(rule, List.of(aziza.team().id()), List.of())));
        intake().explains(new FakeIntake.Answer(200, "application/json", Json.write(explanation)));
    }

    @AfterEach
    void intakeIsAskedNoMore() {
        intake().explains(new FakeIntake.Answer(404, "text/plain", ""));
    }

    @Test
    void intakesReasonsComeWithWhoIsThereAndWhoComesNext() {
        Planning planning = Planning.by(coordinator);
        planning.aDutyCheckedIn(aziza, Duration.ofMinutes(-30), Duration.ofHours(5));
        planning.aDuty(aziza, Duration.ofHours(10), Duration.ofHours(5));
        Api.as(coordinator)
                .get(EXPLAIN + "?language=tg&region=RU-PRI&child=true&need=shelter&need=legal")
                .then()
                .statusCode(200)
                .body("rule", equalTo("language-region"))
                .body("interpreter", equalTo(true))
                .body("steps", hasSize(1))
                .body("teams[0].team", equalTo(aziza.team().id().value()))
                .body("teams[0].onCall[0].handle", equalTo(aziza.handle()))
                .body("teams[0].onCall[0].how", equalTo("checked-in"))
                .body("teams[0].next[0].handle", equalTo(aziza.handle()))
                .body("teams[1].onCall[0].how", equalTo("standing"))
                .body("teams[1].onCall[0].until", nullValue())
                .body("teams[1].next", hasSize(0));
        RoutingQuestion asked = Json.read(intake().asked().getLast(), RoutingQuestion.class);
        assertThat(asked.needs()).containsExactly("shelter", "legal");
        assertThat(asked.child()).isTrue();
        assertThat(asked.region().value()).isEqualTo("RU-PRI");
    }

    @Test
    void otherOrganisationsPeopleHaveNoHandle() {
        Planning planning = Planning.by(Person.aCoordinatorOf(stepsIn.team()));
        planning.aDutyCheckedIn(stepsIn, Duration.ofMinutes(-30), Duration.ofHours(5));
        planning.aDuty(stepsIn, Duration.ofHours(10), Duration.ofHours(5));
        Response seen = Api.as(coordinator).get(EXPLAIN);
        seen.then()
                .body("teams[1].onCall", hasSize(1))
                .body("teams[1].onCall[0].handle", nullValue())
                .body("teams[1].next[0].from", notNullValue())
                .body("teams[1].next[0].handle", nullValue());
        assertThat(seen.asString()).doesNotContain(stepsIn.handle());
        Api.asAdmin().get(EXPLAIN).then().body("teams[1].next[0].handle", equalTo(stepsIn.handle()));
    }

    @Test
    void aCoordinatorWhoIsInNoDirectoryOrWasSuspendedIsToldNothing() {
        String unknown = DeskSetting.get().logins().token(UUID.randomUUID().toString(), "coordinator");
        Sql.change("UPDATE person SET state = 'suspended' WHERE subject = ?", coordinator.subject());
        for (String path : List.of(EXPLAIN, "/api/v1/coverage", "/api/v1/canaries")) {
            for (String token : List.of(unknown, coordinator.token())) {
                Api.with(token)
                        .get(path)
                        .then()
                        .statusCode(403)
                        .body("type", equalTo("urn:ovoz:problem:unknown-person"));
            }
        }
    }

    @Test
    void whoIsThereIsAskedForTheTimeGiven() {
        Planning.by(coordinator).aDuty(aziza, Duration.ofHours(10), Duration.ofHours(5));
        String then = MovableClock.now().plus(Duration.ofHours(12)).toString();
        Api.as(coordinator)
                .queryParam("at", then)
                .get(EXPLAIN)
                .then()
                .statusCode(200)
                .body("teams[0].onCall[0].how", equalTo("planned"))
                .body("teams[0].next", hasSize(0));
    }

    @Test
    void whenIntakeIsOutOfReachOrKnowsNobodyThatIsSaid() {
        intake().explains(new FakeIntake.Answer(0, "", ""));
        Api.as(coordinator)
                .get(EXPLAIN)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ovoz:problem:intake-unreachable"));
        intake().explains(new FakeIntake.Answer(409, "application/problem+json", "{}"));
        Api.asAdmin().get(EXPLAIN).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:nobody-to-address"));
    }

    @Test
    void whatIsNoQuestionIsRefusedAndRespondersDoNotAsk() {
        for (String bad : List.of("language=Tajik", "region=far-east", "need=A%20bed", "at=tonight")) {
            Api.as(coordinator).get(EXPLAIN + "?" + bad).then().statusCode(400);
        }
        Api.as(aziza).get(EXPLAIN).then().statusCode(403);
    }

    private static FakeIntake intake() {
        return DeskSetting.get().intake();
    }
}
