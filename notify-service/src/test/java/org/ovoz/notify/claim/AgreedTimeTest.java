package org.ovoz.notify.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.ovoz.contracts.order.OrderAction.NOTE;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class AgreedTimeTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void anAgreedTimeHoldsTheClaimUntilThenAndNoLonger() {
        Instant agreed = clock.instant().plus(Duration.ofHours(5));
        agree(aziza, agreed).then().statusCode(200);
        assertThat(instant("agreedUntil")).isCloseTo(agreed, within());
        assertThat(instant("leaseUntil")).isCloseTo(agreed, within());
        clock.putForward(Duration.ofHours(4));
        assertThat(report.await(aziza, seen -> true).getString("claimedBy")).isEqualTo(aziza.handle());
        clock.putForward(Duration.ofHours(1).plusSeconds(1));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("claim-lapsed"));
    }

    @Test
    void anActionMeanwhileDoesNotShortenIt() {
        Instant agreed = clock.instant().plus(Duration.ofHours(5));
        agree(aziza, agreed).then().statusCode(200);
        Order.of(NOTE, report, aziza.team()).by(aziza, report).then().statusCode(200);
        assertThat(instant("leaseUntil")).isCloseTo(agreed, within());
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        assertThat(instant("leaseUntil")).isCloseTo(agreed, within());
    }

    @Test
    void whatWasAgreedCanBeTakenBack() {
        agree(aziza, clock.instant().plus(Duration.ofHours(5))).then().statusCode(200);
        agree(aziza, null).then().statusCode(200).body("agreedUntil", nullValue());
        assertThat(instant("leaseUntil")).isBefore(clock.instant().plus(Duration.ofMinutes(61)));
        assertThat(report.await(aziza, seen -> true).getList("timeline.what"))
                .contains("time-agreed", "time-taken-back");
    }

    @Test
    void itIsWithinADayAndNotOver() {
        for (Instant bad : new Instant[] {
            clock.instant().minusSeconds(1),
            clock.instant().plus(Duration.ofHours(24)).plusSeconds(60)
        }) {
            agree(aziza, bad).then().statusCode(422).body("type", equalTo("urn:ovoz:problem:bad-time"));
        }
    }

    @Test
    void onlyWhoHoldsTheReportAgrees() {
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        agree(Person.aResponderOf(aziza.team()), soon)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:not-your-claim"));
        agree(Person.aResponderOf(Team.aTeam()), soon).then().statusCode(404);
    }

    @Test
    void theNextClaimStartsWithoutIt() {
        agree(aziza, clock.instant().plus(Duration.ofHours(5))).then().statusCode(200);
        Api.as(aziza).post(report.path() + "/release").then().statusCode(200);
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(bek).post(report.path() + "/claim").then().statusCode(200).body("agreedUntil", nullValue());
        assertThat(instant("leaseUntil")).isBefore(clock.instant().plus(Duration.ofMinutes(61)));
    }

    private Instant instant(String field) {
        return Instant.parse(report.await(aziza, seen -> true).getString(field));
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(1, java.time.temporal.ChronoUnit.SECONDS);
    }

    private Response agree(Person who, @Nullable Instant until) {
        Map<String, Object> body = new HashMap<>();
        body.put("until", until == null ? null : until.toString());
        return Api.as(who).contentType("application/json").body(body).put(report.path() + "/claim/agreed-time");
    }
}
