package org.ovoz.notify.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class TeamHoursTest {

    private Team team;

    @BeforeEach
    void aTeamThatWasPublished() {
        team = Team.aTeam();
    }

    @Test
    void whatTheSignedRecordSaysCanBeAskedOfTheDatabase() {
        assertThat(Sql.read("""
                SELECT languages || regions || needs || child_qualified::text FROM team WHERE id = ?""", id())).containsExactly("{uz-Latn,ZZ,true}");
    }

    @Test
    void aTeamWithoutHoursHasNoneToKeep() {
        assertThat(openings()).isEmpty();
    }

    @Test
    void hoursAreKeptInTheZoneOfTheTeamAndReplacedAsAWhole() {
        save(hours("Asia/Tashkent", List.of(open(1, "09:00", "18:00"), open(5, "22:00", "06:00"))))
                .then()
                .statusCode(204);
        assertThat(openings()).containsExactly("1 09:00:00-18:00:00", "5 22:00:00-06:00:00");
        save(hours("Europe/Moscow", List.of(open(2, "10:00", "16:00")))).then().statusCode(204);
        assertThat(openings()).containsExactly("2 10:00:00-16:00:00");
        assertThat(Sql.read("SELECT zone || holidays::text FROM team_calendar WHERE team = ?", id()))
                .containsExactly("Europe/Moscow{2027-01-01}");
    }

    @Test
    void hoursThatWereSaidCanBeRead() {
        String path = "/api/v1/directory/teams/" + id() + "/hours";
        Api.asAdmin().get(path).then().statusCode(200).body("zone", nullValue()).body("weekly", empty());
        save(hours("Asia/Tashkent", List.of(open(1, "09:00", "18:00")))).then().statusCode(204);
        Api.asAdmin()
                .get(path)
                .then()
                .body("zone", equalTo("Asia/Tashkent"))
                .body("weekly[0].day", equalTo(1))
                .body("weekly[0].opens", equalTo("09:00:00"))
                .body("holidays", contains("2027-01-01"));
        Api.asAdmin()
                .get("/api/v1/directory/teams/nobodys/hours")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:unknown-team"));
    }

    @Test
    void hoursThatClashAreRefusedAndChangeNothing() {
        save(hours("Asia/Tashkent", List.of(open(1, "09:00", "18:00"), open(1, "17:00", "20:00"))))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ovoz:problem:hours-clash"));
        assertThat(openings()).isEmpty();
    }

    @Test
    void aZoneThatIsNoneADayThatIsNoneAndATeamThatIsNoneAreRefused() {
        save(hours("Mars/Olympus", List.of())).then().statusCode(400);
        save(hours("Asia/Tashkent", List.of(open(8, "09:00", "18:00")))).then().statusCode(400);
        Api.asAdmin()
                .body(hours("Asia/Tashkent", List.of()))
                .put("/api/v1/directory/teams/no-such-team/hours")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:unknown-team"));
    }

    private Response save(Object hours) {
        return Api.asAdmin().body(hours).put("/api/v1/directory/teams/" + team.id() + "/hours");
    }

    private List<String> openings() {
        return Sql.read("""
                SELECT day_of_week || ' ' || opens || '-' || closes FROM team_opening
                WHERE team = ? ORDER BY day_of_week""", id());
    }

    private String id() {
        return team.id().value();
    }

    private static Map<String, Object> hours(String zone, List<?> weekly) {
        return Map.of("zone", zone, "weekly", weekly, "holidays", List.of("2027-01-01"));
    }

    private static Map<String, Object> open(int day, String opens, String closes) {
        return Map.of("day", day, "opens", opens, "closes", closes);
    }
}
