package org.ovoz.notify.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;

/** A coordinator at the plan. */
public record Planning(Person coordinator) {

    public static Planning by(Person coordinator) {
        return new Planning(coordinator);
    }

    public Response pattern(UUID id, Person person, String from, String until) {
        return put(
                "patterns/" + id,
                Map.of(
                        "handle",
                        person.handle(),
                        "team",
                        person.team().id().value(),
                        "days",
                        List.of(1, 2, 3, 4, 5, 6, 7),
                        "from",
                        from,
                        "until",
                        until,
                        "zone",
                        "Asia/Almaty",
                        "validFrom",
                        "2026-01-01"));
    }

    public Response extra(Person person, Instant from, Duration lasts) {
        return put(
                "exceptions/" + Ids.random(),
                Map.of(
                        "handle", person.handle(),
                        "team", person.team().id().value(),
                        "from", from.toString(),
                        "until", from.plus(lasts).toString()));
    }

    /** A duty for this person that begins so much later. */
    public UUID aDuty(Person person, Duration later, Duration lasts) {
        extra(person, MovableClock.now().plus(later), lasts).then().statusCode(204);
        List<Map<String, Object>> duties = duties(person);
        assertThat(duties).isNotEmpty();
        return UUID.fromString((String) duties.getLast().get("id"));
    }

    /** The same, with a phone that rang and was answered. */
    public UUID aDutyCheckedIn(Person person, Duration later, Duration lasts) {
        UUID duty = aDuty(person, later, lasts);
        Sql.change("UPDATE duty SET checked_in_at = starts_at, rang_at = starts_at WHERE id = ?", duty);
        return duty;
    }

    public Response put(String path, Map<String, Object> form) {
        return Api.as(coordinator)
                .contentType(ContentType.JSON)
                .body(new HashMap<>(form))
                .put("/api/v1/shifts/" + path);
    }

    public static List<Map<String, Object>> duties(Person person) {
        return Api.as(person)
                .get("/api/v1/me/duties")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("duties");
    }
}
