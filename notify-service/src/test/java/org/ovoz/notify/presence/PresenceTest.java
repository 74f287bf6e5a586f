package org.ovoz.notify.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class PresenceTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void colleaguesSeeWhoReadsAndWhoWrites() {
        is(bek, "reading").then().statusCode(200);
        is(aziza, "writing").then().statusCode(200);
        is(aziza, "reading").then().statusCode(200);
        var seen = report.await(bek, any -> true);
        assertThat(seen.<Map<String, String>>getList("present"))
                .containsExactlyInAnyOrder(
                        Map.of("who", aziza.handle(), "doing", "writing"),
                        Map.of("who", bek.handle(), "doing", "reading"));
    }

    @Test
    void whoLeavesOrSaysNothingMoreIsNotThere() {
        is(bek, "reading").then().statusCode(200);
        is(aziza, "reading").then().statusCode(200);
        Api.as(bek).delete(report.path() + "/presence").then().statusCode(204);
        assertThat(present()).containsExactly(aziza.handle());
        clock.putForward(Duration.ofSeconds(76));
        assertThat(present()).isEmpty();
        Eventually.so(() -> assertThat(rows()).isEmpty());
    }

    @Test
    void itIsToldWhenItBeginsAndEndsAndNotAtEachBeat() {
        long before = told();
        is(aziza, "reading").then().statusCode(200);
        for (int beat = 0; beat < 5; beat++) {
            clock.putForward(Duration.ofSeconds(30));
            is(aziza, "reading").then().statusCode(200);
        }
        Api.as(aziza).delete(report.path() + "/presence").then().statusCode(204);
        Eventually.so(() -> assertThat(told()).isEqualTo(before + 2));
    }

    @Test
    void aDraftHoldsAClaimThatWouldLapse() {
        clock.putForward(Duration.ofMinutes(58));
        Instant lease = lease();
        is(aziza, "reading").then().statusCode(200);
        assertThat(lease()).isEqualTo(lease);
        is(aziza, "writing").then().statusCode(200);
        assertThat(lease()).isAfter(lease.plusSeconds(60));
        clock.putForward(Duration.ofMinutes(4));
        is(aziza, "writing").then().statusCode(200).body("claimedBy", equalTo(aziza.handle()));
        clock.putForward(Duration.ofMinutes(6));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("claim-lapsed"));
    }

    @Test
    void aDraftDoesNotMakeALongLeaseShorterNorHoldSomebodyElsesClaim() {
        Instant lease = lease();
        is(aziza, "writing").then().statusCode(200);
        assertThat(lease()).isEqualTo(lease);
        clock.putForward(Duration.ofMinutes(58));
        is(bek, "writing").then().statusCode(200);
        assertThat(lease()).isEqualTo(lease);
    }

    @Test
    void aReportThatIsNotTheirsCannotBeSatAt() {
        is(Person.aResponderOf(Team.aTeam()), "reading").then().statusCode(404);
        is(aziza, "dreaming").then().statusCode(400);
        assertThat(rows()).isEmpty();
    }

    @Test
    void nothingOfItIsKeptInTheAudit() {
        is(aziza, "writing").then().statusCode(200).body("present.who", contains(aziza.handle()));
        assertThat(Sql.read("SELECT what FROM audit WHERE chain = ?", "report:" + report.id()))
                .noneMatch(what -> what.contains("writing") || what.contains("presence"));
    }

    private Response is(Person who, String doing) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("doing", doing))
                .put(report.path() + "/presence");
    }

    private List<String> present() {
        return report.await(aziza, seen -> true).getList("present.who");
    }

    private List<String> rows() {
        return Sql.read(
                "SELECT doing FROM presence WHERE report_id = ?", report.id().value());
    }

    private long told() {
        return Bus.told(report.id().toString()).stream()
                .filter("CaseUpdated"::equals)
                .count();
    }

    private Instant lease() {
        return Instant.parse(report.await(aziza, seen -> true).getString("leaseUntil"));
    }
}
