package org.ovoz.notify.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.ovoz.contracts.order.OrderAction.ATTACHMENT;
import static org.ovoz.contracts.order.OrderAction.FETCH;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class OpeningCapTest {

    private static final int CAP = 30;

    @Inject
    MovableClock clock;

    private Person aziza;

    @BeforeEach
    void aTeam() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void afterThirtyReportsWithinAnHourTheNextHasToWaitAndCoordinatorsKnow() {
        Person nadia = Person.aCoordinatorOf(aziza.team());
        Person elsewhere = Person.aCoordinatorOf(Team.aTeam());
        List<Report> reports = held(CAP + 1);
        reports.subList(0, CAP).forEach(report -> open(report).then().statusCode(200));
        Order one = Order.of(FETCH, reports.getLast(), aziza.team());
        String again = one.by(aziza, reports.getLast())
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThan(3_000))
                .body("type", equalTo("urn:ovoz:problem:opening-cap"))
                .extract()
                .path("again");
        assertThat(Instant.parse(again))
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(50)),
                        clock.instant().plus(Duration.ofHours(1)));
        assertThat(DeskSetting.get().intake().receivedWith(one.jws())).isEmpty();
        assertThat(notices(nadia)).contains("opening-cap " + aziza.id());
        assertThat(notices(elsewhere)).doesNotContain("opening-cap " + aziza.id());
        open(reports.getFirst()).then().statusCode(200);
        clock.putForward(Duration.ofHours(1).plusSeconds(1));
        Api.as(aziza).post(reports.getLast().path() + "/claim").then().statusCode(200);
        open(reports.getLast()).then().statusCode(200);
        assertThat(notices(nadia)).contains("opening-cap " + aziza.id() + " over");
    }

    @Test
    void lookingAtAPictureIsAnOpeningToo() {
        List<Report> reports = held(CAP + 1);
        reports.subList(0, CAP)
                .forEach(report -> Order.of(ATTACHMENT, report, aziza.team())
                        .by(aziza, report)
                        .then()
                        .statusCode(200));
        Order.of(ATTACHMENT, reports.getLast(), aziza.team())
                .by(aziza, reports.getLast())
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:ovoz:problem:opening-cap"));
        Order.of(ATTACHMENT, reports.getFirst(), aziza.team())
                .by(aziza, reports.getFirst())
                .then()
                .statusCode(200);
    }

    @Test
    void readingOnInOneReportCountsOnce() {
        Report report = held(1).getFirst();
        for (int times = 0; times < CAP + 5; times++) {
            open(report).then().statusCode(200);
        }
    }

    @Test
    void manyAtOnceDoNotSlipPastIt() throws Exception {
        List<Report> reports = held(CAP + 6);
        reports.subList(0, CAP - 2).forEach(report -> open(report).then().statusCode(200));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> openings = new ArrayList<>();
            reports.subList(CAP - 2, CAP + 6).forEach(report -> openings.add(() -> open(report)));
            List<Integer> statuses = many.invokeAll(openings).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .toList();
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(6);
        }
    }

    private List<Report> held(int number) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Report report = Report.to(aziza.team());
            Bus.send(report.received());
            reports.add(report);
        }
        reports.forEach(report -> report.await(aziza, seen -> true));
        reports.forEach(
                report -> Api.as(aziza).post(report.path() + "/claim").then().statusCode(200));
        return reports;
    }

    private Response open(Report report) {
        return Order.of(FETCH, report, aziza.team()).by(aziza, report);
    }

    private static List<String> notices(Person coordinator) {
        return Api.as(coordinator)
                .get("/api/v1/notices")
                .jsonPath()
                .getList("notices.collect { it.kind + ' ' + it.subject + (it.endedAt == null ? '' : ' over') }");
    }
}
