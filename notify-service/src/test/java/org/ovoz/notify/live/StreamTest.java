package org.ovoz.notify.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.notify.live.log.StreamPosition;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class StreamTest {

    @Inject
    MovableClock clock;

    private Person aziza;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void aChangeIsShownAsItHappens() throws Exception {
        try (Watching queue = watch(aziza, null)) {
            assertThat(queue.answer().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(queue.answer().headers().allValues("Cache-Control")).containsExactly("no-store");
            Report report = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(queue.eventsOf(report.id())).isNotEmpty());
            Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
            Eventually.so(() -> assertThat(queue.eventsOf(report.id()).getLast().data())
                    .contains("\"state\":\"claimed\"", "\"claimedBy\":\"" + aziza.handle() + "\""));
        }
    }

    @Test
    void anEventIsTheCaseAsInTheList() throws Exception {
        try (Watching queue = watch(aziza, null)) {
            Report report = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(queue.eventsOf(report.id())).isNotEmpty());
            Eventually.so(() -> assertThat(Json.mapper()
                            .readTree(queue.eventsOf(report.id()).getLast().data()))
                    .isEqualTo(Json.mapper()
                            .readTree(Api.as(aziza).get("/api/v1/cases").asString())
                            .path("cases")
                            .path(0)));
        }
    }

    @Test
    void anotherOrganisationsCasesAreNotShown() throws Exception {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        try (Watching theirs = watch(stranger, null);
                Watching own = watch(coordinator, null)) {
            Report report = Report.inTheQueueOf(aziza);
            Report last = Report.inTheQueueOf(stranger);
            Eventually.so(() -> assertThat(theirs.eventsOf(last.id())).isNotEmpty());
            Eventually.so(() -> assertThat(own.eventsOf(report.id())).isNotEmpty());
            assertThat(theirs.eventsOf(report.id())).isEmpty();
            assertThat(own.eventsOf(last.id())).isEmpty();
        }
    }

    @Test
    void whoIsSuspendedSeesNothingMoreOnAnOpenStream() throws Exception {
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        Person bek = Person.aResponderOf(aziza.team());
        try (Watching left = watch(aziza, null);
                Watching above = watch(coordinator, null);
                Watching stays = watch(bek, null)) {
            for (Person stopped : List.of(aziza, coordinator)) {
                Api.asAdmin()
                        .post("/api/v1/directory/people/" + stopped.subject() + "/suspend")
                        .then()
                        .statusCode(200);
            }
            Report report = Report.inTheQueueOf(bek);
            Eventually.so(() -> assertThat(stays.eventsOf(report.id())).isNotEmpty());
            assertThat(left.eventsOf(report.id())).isEmpty();
            assertThat(above.eventsOf(report.id())).isEmpty();
            Eventually.so(() -> assertThat(List.of(left, above)).allMatch(Watching::hasEnded));
            assertThat(stays.hasEnded()).isFalse();
        }
    }

    @Test
    void whoHoldsAReportAndIsSuspendedIsOutAtOnce() throws Exception {
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        try (Watching open = watch(aziza, null)) {
            Api.asAdmin()
                    .post("/api/v1/directory/people/" + aziza.subject() + "/suspend")
                    .then()
                    .statusCode(200);
            Eventually.so(() -> assertThat(open.hasEnded()).isTrue());
            assertThat(open.eventsOf(report.id()))
                    .noneMatch(event -> event.data().contains("waiting"));
        }
    }

    @Test
    void aTeamThatWasTakenOutIsToldThatTheCaseIsGoneAndNothingMoreOfIt() throws Exception {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        try (Watching theirs = watch(aziza, null);
                Watching above = watch(coordinator, null);
                Watching theNew = watch(stranger, null)) {
            Report report = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(theirs.eventsOf(report.id())).isNotEmpty());
            String gone = "{\"id\":\"" + report.id() + "\"}";
            Bus.send(report.readBy(new Addressed(stranger.team().id(), AddressedAs.RESPONSIBLE)));
            Eventually.so(() -> assertThat(gone(theirs)).containsExactly(gone));
            Eventually.so(() -> assertThat(gone(above)).containsExactly(gone));
            Eventually.so(() -> assertThat(theNew.eventsOf(report.id())).isNotEmpty());
            clock.putForward(Duration.ofMinutes(2));
            int before = theirs.events().size();
            Api.as(stranger).post(report.path() + "/claim").then().statusCode(200);
            Eventually.so(() ->
                    assertThat(theNew.eventsOf(report.id()).getLast().data()).contains("claimed"));
            Report later = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(theirs.eventsOf(later.id())).isNotEmpty());
            assertThat(theirs.events().subList(before, theirs.events().size()))
                    .allMatch(event -> event.isOf(later.id()));
        }
    }

    @Test
    void whoDeclaresAConflictIsToldThatTheCaseIsGoneAndNothingMoreOfIt() throws Exception {
        Person bek = Person.aResponderOf(aziza.team());
        try (Watching theirs = watch(aziza, null);
                Watching stays = watch(bek, null)) {
            Report report = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(theirs.eventsOf(report.id())).isNotEmpty());
            Api.as(aziza)
                    .contentType("application/json")
                    .body(Map.of("reason", "family"))
                    .post(report.path() + "/conflict")
                    .then()
                    .statusCode(204);
            Eventually.so(() -> assertThat(gone(theirs)).containsExactly("{\"id\":\"" + report.id() + "\"}"));
            assertThat(gone(stays)).isEmpty();
            clock.putForward(Duration.ofMinutes(2));
            int before = theirs.eventsOf(report.id()).size();
            Api.as(bek).post(report.path() + "/claim").then().statusCode(200);
            Eventually.so(() ->
                    assertThat(stays.eventsOf(report.id()).getLast().data()).contains("claimed"));
            Report later = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(theirs.eventsOf(later.id())).isNotEmpty());
            assertThat(theirs.eventsOf(report.id())).hasSize(before);
            assertThat(gone(theirs)).hasSize(1);
        }
    }

    @Test
    void whoComesBackGetsWhatChangedMeanwhile() throws Exception {
        Report before;
        String lastEventId;
        try (Watching queue = watch(aziza, null)) {
            before = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(queue.eventsOf(before.id())).isNotEmpty());
            Eventually.so(() -> assertThat(Bus.told(before.id().toString())).isNotEmpty());
            var told = Bus.read(Topics.DESK, before.id().toString()).getLast();
            Eventually.so(() -> assertThat(StreamPosition.parse(queue.lastEventId())
                            .orElseThrow()
                            .next())
                    .hasEntrySatisfying(
                            told.partition(), next -> assertThat(next).isGreaterThan(told.offset())));
            lastEventId = queue.lastEventId();
        }
        assertThat(lastEventId).matches("\\d+:\\d+(,\\d+:\\d+)*");
        Report first = Report.inTheQueueOf(aziza);
        Report second = Report.inTheQueueOf(aziza);
        try (Watching again = watch(aziza, lastEventId)) {
            Eventually.so(() -> {
                assertThat(again.eventsOf(first.id())).isNotEmpty();
                assertThat(again.eventsOf(second.id())).isNotEmpty();
            });
            assertThat(again.eventsOf(before.id())).isEmpty();
            assertThat(again.events()).noneMatch(event -> event.name().equals("reset"));
        }
    }

    @Test
    void anIdThatIsNotKnownGetsAReset() throws Exception {
        for (String unknown : List.of("gone", "0:99999999", "17:0", "0:1,0:1", "%00")) {
            try (Watching queue = watch(aziza, unknown)) {
                Eventually.so(() -> assertThat(queue.events()).isNotEmpty());
                assertThat(queue.events().getFirst().name()).as(unknown).isEqualTo("reset");
                assertThat(queue.events().getFirst().id()).matches("\\d+:\\d+(,\\d+:\\d+)*");
            }
        }
    }

    @Test
    void aQuietStreamShowsThatItLives() throws Exception {
        try (Watching queue = watch(aziza, null)) {
            Eventually.so(() -> assertThat(queue.comments()).hasSizeGreaterThan(1));
        }
    }

    @Test
    void aStreamEndsWhenItsTokenRunsOut() throws Exception {
        String token =
                DeskSetting.get().logins().token(aziza.subject(), Instant.now().plusSeconds(3), "responder");
        try (Watching queue = Watching.from(token, null)) {
            assertThat(queue.answer().statusCode()).isEqualTo(200);
            Eventually.so(() -> assertThat(queue.hasEnded()).isTrue());
        }
    }

    @Test
    void aSuspendedTeamsMembersAreShownNothingMore() throws Exception {
        Team other = Team.aTeamOf(aziza.team().organisation().value());
        Person member = Person.aResponderOf(other);
        Person coordinator = Person.aCoordinatorOf(other);
        try (Watching queue = watch(member, null);
                Watching control = watch(coordinator, null)) {
            other.suspend().then().statusCode(200);
            Report report = Report.to(other);
            Bus.send(report.received());
            Report later = Report.inTheQueueOf(aziza);
            Eventually.so(() -> assertThat(control.eventsOf(later.id())).isNotEmpty());
            assertThat(queue.eventsOf(report.id())).isEmpty();
            assertThat(control.eventsOf(report.id())).isEmpty();
        }
    }

    @Test
    void whoeverMayNotWatchIsToldSoByAStatus() {
        String stranger = DeskSetting.get().logins().token("nobody-knows-me", "responder");
        given().get("/api/v1/stream").then().statusCode(401).contentType("application/problem+json");
        Api.asAdmin().get("/api/v1/stream").then().statusCode(403);
        Api.with(stranger)
                .get("/api/v1/stream")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ovoz:problem:unknown-person"));
    }

    private static List<String> gone(Watching stream) {
        return stream.events().stream()
                .filter(event -> event.name().equals("gone"))
                .map(Watching.Event::data)
                .toList();
    }

    private static Watching watch(Person who, String lastEventId) throws Exception {
        Watching watching = Watching.from(who.token(), lastEventId);
        assertThat(watching.answer().statusCode()).isEqualTo(200);
        return watching;
    }
}
