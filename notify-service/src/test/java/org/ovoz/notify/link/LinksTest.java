package org.ovoz.notify.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.ovoz.notify.link.Places.compare;
import static org.ovoz.notify.link.Places.end;
import static org.ovoz.notify.link.Places.listed;
import static org.ovoz.notify.link.Places.mark;
import static org.ovoz.notify.link.Places.say;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.notify.link.key.LinkKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class LinksTest {

    private static final int ROUNDS = 15;

    private Person aziza;
    private Person bek;
    private LinkKey key;

    @BeforeEach
    void aTeamWithAKey() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        key = LinkKey.keptBy(aziza);
    }

    @Test
    void reportsThatShareTermsAreProposedWhatFewHaveFirst() {
        Report old = Report.to(aziza.team())
                .receivedAt(Instant.parse("2024-03-31T23:30:00Z"))
                .waitingFor(aziza);
        claimed(old);
        Report market = claimed();
        Report elsewhere = claimed();
        compare(aziza, old, key, "golianov", "altaisk 12")
                .then()
                .statusCode(200)
                .body("proposed", empty());
        compare(aziza, market, key, "golianov", "sadovod")
                .then()
                .statusCode(200)
                .body("proposed", hasSize(1));
        compare(aziza, elsewhere, key, "shimkent").then().statusCode(200).body("proposed", empty());
        Report now = claimed();
        compare(aziza, now, key, "golianov", "altaisk 12", "vega")
                .then()
                .statusCode(200)
                .body("same", empty())
                .body("different", empty())
                .body("proposed.id", contains(old.id().toString(), market.id().toString()))
                .body("proposed[0].month", equalTo("2024-03"))
                .body("proposed[0].region", equalTo("ZZ"))
                .body("proposed[0].marks", contains(mark(key, "altaisk 12"), mark(key, "golianov")))
                .body("proposed[0].keySet()", hasSize(5))
                .body("proposed[1].marks", contains(mark(key, "golianov")));
        assertThat(listed(bek, old, "proposed"))
                .containsExactly(now.id().toString(), market.id().toString());
    }

    @Test
    void closedOnesAreProposedToo() {
        Report closed = claimed();
        compare(aziza, closed, key, "golianov").then().statusCode(200);
        Bus.send(closed.closed());
        closed.await(aziza, seen -> seen.getString("state").equals("closed"));
        Report now = claimed();
        compare(aziza, now, key, "golianov")
                .then()
                .body("proposed.id", contains(closed.id().toString()));
        say(aziza, now, closed, "same").then().statusCode(204);
        assertThat(listed(bek, closed, "same")).containsExactly(now.id().toString());
    }

    @Test
    void whatVeryManyShareProposesNothingByItself() {
        Report one = claimed();
        Report other = claimed();
        compare(aziza, other, key, "moskva", "vega").then().statusCode(200);
        Sql.change(
                """
                WITH more AS (INSERT INTO report_case
                    SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'closed_at', c.received_at))).*
                    FROM report_case c, generate_series(1, 50) WHERE c.id = ? RETURNING id)
                INSERT INTO link_term (report_id, link_kid, mark) SELECT id, ?, ? FROM more""",
                Report.inTheQueueOf(Person.aResponderOf(Team.aTeam())).id().value(),
                key.kid(),
                mark(key, "moskva"));
        compare(aziza, one, key, "moskva").then().body("proposed", empty());
        compare(aziza, one, key, "moskva", "vega")
                .then()
                .body("proposed.id", contains(other.id().toString()))
                .body("proposed[0].marks", contains(mark(key, "vega"), mark(key, "moskva")));
    }

    @Test
    void marksTakeThePlaceOfThoseBeforeAndTheColleaguesSeeWhoCompared() {
        Report report = claimed();
        compare(aziza, report, key, "golianov", "vega").then().statusCode(200);
        compare(aziza, report, key, "golianov", "vega").then().statusCode(200);
        compare(aziza, report, key, "golianov").then().statusCode(200);
        assertThat(marksOf(report)).containsExactly(mark(key, "golianov"));
        compare(aziza, report, key).then().statusCode(200);
        assertThat(marksOf(report)).isEmpty();
        assertThat(happened(bek, report).stream().filter(what -> what.equals("link-compared")))
                .as("once for each change")
                .hasSize(3);
    }

    @Test
    void onlyTheHolderTellsOfAReportsPlace() {
        Report report = Report.inTheQueueOf(aziza);
        compare(aziza, report, key, "golianov").then().statusCode(409).body("type", endsWith("claim-needed"));
        claimed(report);
        compare(bek, report, key, "golianov").then().statusCode(409).body("type", endsWith("claim-needed"));
        compare(Person.aResponderOf(Team.aTeam()), report, key, "golianov")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-report"));
        assertThat(marksOf(report)).isEmpty();
    }

    @Test
    void marksAreKeptUnderTheKeyOfTodayAndEarlierOnesAreOnlyAskedWith() {
        Report old = claimed();
        compare(aziza, old, key, "golianov").then().statusCode(200);
        LinkKey next = LinkKey.of(aziza.team(), 2);
        next.keep(aziza, next.vouch(aziza.team())).then().statusCode(204);
        Report now = claimed();
        compare(aziza, now, key, "golianov").then().statusCode(409).body("type", endsWith("link-key-replaced"));
        compare(aziza, now, next, "golianov").then().statusCode(200).body("proposed", empty());
        compare(aziza, now, next, List.of(key), "golianov")
                .then()
                .statusCode(200)
                .body("proposed.id", contains(old.id().toString()))
                .body("proposed[0].marks", contains(mark(key, "golianov")));
        assertThat(marksOf(now)).containsExactly(mark(next, "golianov"));
        compare(aziza, old, next, List.of(key), "golianov").then().statusCode(200);
        assertThat(marksOf(old)).containsExactly(mark(next, "golianov"));
        assertThat(listed(aziza, now, "proposed")).containsExactly(old.id().toString());
    }

    @Test
    void organisationsThatReadTheSameReportKnowNothingOfEachOthersLinks() {
        Team theirs = Team.aTeam();
        Person chinara = Person.aResponderOf(theirs);
        LinkKey others = LinkKey.keptBy(chinara);
        Report shared = Report.to(aziza.team()).addressedTo(theirs).waitingFor(aziza);
        Report second = Report.to(aziza.team()).addressedTo(theirs).waitingFor(aziza);
        claimed(shared);
        claimed(second);
        compare(aziza, shared, key, "golianov").then().statusCode(200);
        compare(aziza, second, key, "golianov")
                .then()
                .body("proposed.id", contains(shared.id().toString()));
        say(aziza, shared, second, "same").then().statusCode(204);
        for (String list : List.of("same", "different", "proposed")) {
            assertThat(listed(chinara, shared, list)).isEmpty();
        }
        assertThat(happened(bek, shared)).contains("link-compared", "link-confirmed");
        assertThat(happened(chinara, shared)).noneMatch(what -> what.startsWith("link-"));
        Api.as(aziza).post(second.path() + "/release").then().statusCode(200);
        Api.as(chinara).post(second.path() + "/claim").then().statusCode(200);
        compare(chinara, second, others, List.of(key), "golianov")
                .then()
                .statusCode(200)
                .body("proposed", empty());
        assertThat(marksOf(second))
                .as("each organisation has its own")
                .containsExactlyInAnyOrder(mark(key, "golianov"), mark(others, "golianov"));
        compare(chinara, second, key, "golianov").then().statusCode(409).body("type", endsWith("link-key-replaced"));
        end(chinara, shared, second).then().statusCode(404);
        say(chinara, shared, second, "different").then().statusCode(204);
        assertThat(listed(aziza, shared, "same")).containsExactly(second.id().toString());
        assertThat(listed(chinara, shared, "different"))
                .containsExactly(second.id().toString());
    }

    @Test
    void aReportOfAnotherTeamIsProposedOnlyToWhomItIsThereFor() {
        Team sister = Team.aTeamOf(aziza.team().organisation().value());
        Person chinara = Person.aResponderOf(sister);
        Report theirs = Report.inTheQueueOf(chinara);
        Api.as(chinara).post(theirs.path() + "/claim").then().statusCode(200);
        compare(chinara, theirs, key, "golianov").then().statusCode(200);
        Report report = claimed();
        compare(aziza, report, key, "golianov").then().statusCode(200).body("proposed", empty());
        say(aziza, report, theirs, "same").then().statusCode(404).body("type", endsWith("unknown-report"));
        Person nadia = Person.aCoordinatorOf(aziza.team());
        assertThat(listed(nadia, report, "proposed"))
                .containsExactly(theirs.id().toString());
        say(nadia, report, theirs, "same").then().statusCode(204);
        assertThat(listed(nadia, report, "same")).containsExactly(theirs.id().toString());
        assertThat(listed(aziza, report, "same")).isEmpty();
    }

    @Test
    void aConflictOfInterestHidesItHereToo() {
        Report linked = claimed();
        Report proposed = claimed();
        Report report = claimed();
        compare(aziza, linked, key, "golianov").then().statusCode(200);
        compare(aziza, proposed, key, "golianov").then().statusCode(200);
        compare(aziza, report, key, "golianov").then().body("proposed", hasSize(2));
        say(aziza, report, linked, "same").then().statusCode(204);
        conflict(bek, linked);
        conflict(bek, proposed);
        assertThat(listed(bek, report, "same")).isEmpty();
        assertThat(listed(bek, report, "proposed")).isEmpty();
        say(bek, report, proposed, "same").then().statusCode(404);
        end(bek, report, linked).then().statusCode(404);
        assertThat(listed(aziza, report, "same")).containsExactly(linked.id().toString());
        assertThat(listed(aziza, report, "proposed"))
                .containsExactly(proposed.id().toString());
    }

    @Test
    void aPersonDecidesItIsRememberedAndCanBeTakenBack() {
        Report one = claimed();
        Report other = claimed();
        compare(aziza, one, key, "golianov").then().statusCode(200);
        compare(aziza, other, key, "golianov").then().statusCode(200);
        say(bek, one, other, "different").then().statusCode(204);
        say(aziza, other, one, "different").then().statusCode(204);
        assertThat(listed(aziza, one, "proposed")).isEmpty();
        assertThat(listed(aziza, other, "different")).containsExactly(one.id().toString());
        say(aziza, other, one, "same").then().statusCode(409).body("type", endsWith("said-otherwise"));
        end(aziza, other, one).then().statusCode(204);
        end(aziza, other, one).then().statusCode(404);
        assertThat(listed(aziza, one, "proposed")).containsExactly(other.id().toString());
        say(aziza, one, other, "same").then().statusCode(204);
        Api.as(bek)
                .get(other.path() + "/links")
                .then()
                .body("same.id", contains(one.id().toString()))
                .body("same[0].by", equalTo(aziza.handle()))
                .body("proposed", empty());
        for (Report each : List.of(one, other)) {
            assertThat(happened(bek, each)).containsSubsequence("link-refused", "link-ended", "link-confirmed");
        }
        say(aziza, one, one, "same").then().statusCode(409).body("type", endsWith("same-report"));
        say(aziza, one, other, "perhaps").then().statusCode(400);
    }

    @Test
    void ofTwoWhoSayDifferentThingsAtOnceOneIsTold() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Report one = Report.inTheQueueOf(aziza);
                Report other = Report.inTheQueueOf(aziza);
                List<Callable<Response>> words =
                        List.of(() -> say(aziza, one, other, "same"), () -> say(bek, other, one, "different"));
                assertThat(both.invokeAll(words).stream().map(Future::resultNow).map(Response::statusCode))
                        .containsExactlyInAnyOrder(204, 409);
                assertThat(listed(aziza, one, "same").size()
                                + listed(aziza, one, "different").size())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void anErasedReportHasNoMarksAndNoLinksAndGetsNone() {
        Report erased = claimed();
        Report other = claimed();
        compare(aziza, erased, key, "golianov").then().statusCode(200);
        compare(aziza, other, key, "golianov").then().statusCode(200);
        say(aziza, other, erased, "same").then().statusCode(204);
        Bus.send(erased.next(id -> new ReportShredded(id, MovableClock.now())));
        erased.await(aziza, seen -> seen.getList("timeline.what").contains("report-shredded"));
        assertThat(marksOf(erased)).isEmpty();
        assertThat(Sql.read(
                        "SELECT id FROM case_link WHERE ? IN (report_a, report_b)",
                        erased.id().value()))
                .isEmpty();
        for (String list : List.of("same", "different", "proposed")) {
            assertThat(listed(aziza, other, list)).isEmpty();
        }
        compare(aziza, erased, key, "golianov").then().statusCode(404);
        say(aziza, other, erased, "same").then().statusCode(404);
        assertThat(marksOf(other)).containsExactly(mark(key, "golianov"));
    }

    @Test
    void whatIsNoMarkIsRefused() {
        Report report = claimed();
        for (Object marks : List.of(List.of("golianov"), List.of("x".repeat(23)), List.of("Голяново-Голяново-Голя"))) {
            Api.as(aziza)
                    .contentType("application/json")
                    .body(Map.of("kid", key.kid(), "marks", marks, "earlier", List.of()))
                    .put(report.path() + "/link-terms")
                    .then()
                    .statusCode(400);
        }
    }

    private Report claimed() {
        return claimed(Report.inTheQueueOf(aziza));
    }

    private Report claimed(Report report) {
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        return report;
    }

    private static void conflict(Person person, Report report) {
        Api.as(person)
                .contentType("application/json")
                .body(Map.of("reason", "family"))
                .post(report.path() + "/conflict")
                .then()
                .statusCode(204);
    }

    private static List<String> marksOf(Report report) {
        return Sql.read(
                "SELECT mark FROM link_term WHERE report_id = ?", report.id().value());
    }

    private static List<String> happened(Person person, Report report) {
        return Api.as(person).get(report.path()).jsonPath().getList("timeline.what");
    }
}
