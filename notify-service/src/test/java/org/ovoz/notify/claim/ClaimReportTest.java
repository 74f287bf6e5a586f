package org.ovoz.notify.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class ClaimReportTest {

    private static final int ROUNDS = 50;

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
    }

    @Test
    void ofTwoWhoClaimAtOnceExactlyOneWins() throws Exception {
        Report report = Report.inTheQueueOf(aziza);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Response>> claims = List.of(() -> claim(aziza, report), () -> claim(bek, report));
                List<Integer> statuses = both.invokeAll(claims).stream()
                        .map(Future::resultNow)
                        .map(Response::statusCode)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                release(statuses.getFirst() == 200 ? aziza : bek, report).then().statusCode(200);
            }
        }
    }

    @Test
    void aClaimedReportCannotBeClaimedAgain() {
        Report report = aReportClaimedByAziza();
        claim(bek, report).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:already-claimed"));
    }

    @Test
    void whoeverHoldsAReportMayClaimItAgainForANewLease() {
        Report report = aReportClaimedByAziza();
        Instant lease = lease(report);
        clock.putForward(Duration.ofMinutes(1));
        claim(aziza, report).then().statusCode(200);
        assertThat(lease(report)).isAfterOrEqualTo(lease.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aClaimWithoutAnActionLapses() {
        Report report = aReportClaimedByAziza();
        clock.putForward(Duration.ofMinutes(61));
        report.await(bek, seen -> seen.getList("timeline.what").contains("claim-lapsed"));
        claim(bek, report).then().statusCode(200).body("claimedBy", equalTo(bek.handle()));
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .containsSubsequence("CaseOpened", "ReportClaimed", "ClaimLapsed", "ReportClaimed"));
    }

    @Test
    void whenTheReporterIsInDangerTheLeaseIsShorter() {
        Report report = Report.to(aziza.team()).ofSomebodyInDanger();
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        claim(aziza, report).then().statusCode(200);
        assertThat(lease(report)).isBefore(clock.instant().plus(Duration.ofMinutes(16)));
    }

    @Test
    void aReleasedReportMayBeClaimedByAnother() {
        Report report = aReportClaimedByAziza();
        release(aziza, report).then().statusCode(200).body("state", equalTo("waiting"));
        claim(bek, report).then().statusCode(200);
    }

    @Test
    void onlyItsHolderMayReleaseAReport() {
        Report report = aReportClaimedByAziza();
        release(bek, report).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:not-your-claim"));
    }

    @Test
    void aClosedReportCannotBeClaimed() {
        Report report = Report.inTheQueueOf(aziza);
        Bus.send(report.closed());
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        claim(aziza, report).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:report-closed"));
    }

    @Test
    void aReportOfAnotherOrganisationCannotBeClaimed() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Report report = Report.inTheQueueOf(aziza);
        claim(stranger, report).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-report"));
        release(stranger, report).then().statusCode(404);
    }

    private Report aReportClaimedByAziza() {
        Report report = Report.inTheQueueOf(aziza);
        claim(aziza, report).then().statusCode(200).body("claimedBy", equalTo(aziza.handle()));
        return report;
    }

    private Instant lease(Report report) {
        return Instant.parse(report.await(aziza, seen -> true).getString("leaseUntil"));
    }

    private static Response claim(Person who, Report report) {
        return Api.as(who).post(report.path() + "/claim");
    }

    private static Response release(Person who, Report report) {
        return Api.as(who).post(report.path() + "/release");
    }
}
