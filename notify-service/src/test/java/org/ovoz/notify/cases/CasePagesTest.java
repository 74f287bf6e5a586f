package org.ovoz.notify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CasePagesTest {

    private Person aziza;

    @BeforeEach
    void aResponder() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void pagesShowEveryOpenCaseOnceByWhatIsDueFirst() {
        Report later = Report.inTheQueueOf(aziza);
        Report first = waitingSince(Duration.ofMinutes(9));
        Report second = waitingSince(Duration.ofMinutes(8));
        Report held = waitingSince(Duration.ofMinutes(7));
        claim(held);
        Report third = waitingSince(Duration.ofMinutes(6));
        assertThat(pages("open", 2)).containsExactly(ids(first, second), ids(held, third), ids(later));
        assertThat(pages("open", 5)).containsExactly(ids(first, second, held, third, later), ids());
        assertThat(pages("open", 1000)).containsExactly(ids(first, second, held, third, later));
    }

    @Test
    void whatNothingIsDueInComesLastAndTheListGoesOnBehindIt() {
        Report read = waitingSince(Duration.ofMinutes(9));
        Report readToo = waitingSince(Duration.ofMinutes(9));
        Report waiting = Report.inTheQueueOf(aziza);
        for (Report one : List.of(read, readToo)) {
            Sql.change(
                    "UPDATE report_case SET read_by = NULL WHERE id = ?",
                    one.id().value());
        }
        List<List<String>> pages = pages("open", 1);
        assertThat(pages.getFirst()).isEqualTo(ids(waiting));
        assertThat(pages.subList(1, pages.size())).containsExactlyInAnyOrder(ids(read), ids(readToo), ids());
    }

    @Test
    void whatIsMineComesInPagesToo() {
        Report one = waitingSince(Duration.ofMinutes(9));
        Report other = waitingSince(Duration.ofMinutes(8));
        Report somebodyElses = waitingSince(Duration.ofMinutes(7));
        claim(one);
        claim(other);
        assertThat(pages("mine", 1))
                .containsExactly(ids(one), ids(other), ids())
                .doesNotContain(ids(somebodyElses));
    }

    @Test
    void closedCasesComeTheLastClosedFirst() {
        List<Report> closed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Report report = Report.inTheQueueOf(aziza);
            Bus.send(report.closed());
            report.await(aziza, seen -> seen.getString("state").equals("closed"));
            closed.addFirst(report);
        }
        assertThat(pages("closed", 2)).containsExactly(ids(closed.get(0), closed.get(1)), ids(closed.get(2)));
    }

    @Test
    void whatNoPageGaveBeginsNone() {
        for (String mark : List.of("x", "_", "2026-11-24T04:15:00Z_x", "x_11111111-1111-4111-8111-111111111111")) {
            Api.as(aziza)
                    .queryParam("after", mark)
                    .get("/api/v1/cases")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        Api.as(aziza).get("/api/v1/cases?limit=0").then().statusCode(400);
        Api.as(aziza).get("/api/v1/cases?limit=1001").then().statusCode(400);
    }

    @Test
    void aPageShowsNothingOfAnotherOrganisation() {
        Report.inTheQueueOf(aziza);
        Person stranger = Person.aResponderOf(Team.aTeam());
        String begin = "1970-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000";
        assertThat(page(stranger, Map.of("after", begin)).getList("cases.id")).isEmpty();
        assertThat(page(aziza, Map.of("after", begin)).getList("cases.id")).hasSize(1);
    }

    /** Whoever belongs to both reads by the first of their teams, and the other may not read yet. */
    @Test
    void teamsThatAreLetInLaterStandBehindThoseThatReadNow() {
        List<Team> later = List.of(Team.aTeam(), Team.aTeam());
        Report report = Report.to(aziza.team());
        later.forEach(report::escalatingTo);
        report.waitingFor(aziza);
        List<String> teams = page(aziza, Map.of()).getList("cases[0].teams");
        assertThat(teams).hasSize(3).startsWith(aziza.team().id().value());
    }

    private Report waitingSince(Duration ago) {
        Report report = Report.to(aziza.team()).receivedAt(MovableClock.now().minus(ago));
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        return report;
    }

    private void claim(Report report) {
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    private List<List<String>> pages(String state, int limit) {
        List<List<String>> pages = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>(Map.of("state", state, "limit", limit));
        String next;
        do {
            JsonPath page = page(aziza, asked);
            pages.add(page.getList("cases.id"));
            next = page.getString("next");
            asked.put("after", next);
        } while (next != null);
        return pages;
    }

    private static JsonPath page(Person person, Map<String, ?> asked) {
        return Api.as(person)
                .queryParams(asked)
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(Report... reports) {
        return List.of(reports).stream().map(report -> report.id().toString()).toList();
    }
}
