package org.ovoz.notify.shift.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;
import org.ovoz.notify.shift.duty.MyDuties;

@DeskTest
class CalendarTest {

    private static final Instant NOW = Instant.parse("2026-10-20T00:00:00Z");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void aCalendarSaysWhenAndNothingElse() {
        Person aziza = aPersonWithADuty();
        Sql.change("UPDATE person SET cover_text = 'Parcel {} is ready' WHERE handle = ?", aziza.handle());
        String calendar = Api.as(aziza)
                .get("/api/v1/me/duties.ics")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .extract()
                .asString();
        assertThat(calendar)
                .contains("SUMMARY:Duty", "DESCRIPTION:Parcel 0-3 is ready")
                .doesNotContain(aziza.team().id().value())
                .doesNotContain(aziza.team().organisation().value())
                .doesNotContain(aziza.handle())
                .doesNotContainIgnoringCase("ovoz")
                .doesNotContain("uz-Latn");
    }

    @Test
    void aSubscriptionReadsUntilItIsClosedOrReplaced() {
        Person aziza = aPersonWithADuty();
        String first = open(aziza);
        given().get(first).then().statusCode(200).contentType(startsWith("text/calendar"));
        String second = open(aziza);
        given().get(first).then().statusCode(404);
        given().get(second).then().statusCode(200);
        Api.as(aziza).delete("/api/v1/me/calendar").then().statusCode(204);
        given().get(second).then().statusCode(404);
        given().get("/api/v1/calendar/" + "x".repeat(43) + ".ics").then().statusCode(404);
        assertThat(Sql.read("SELECT encode(hash, 'hex') FROM calendar_token")).noneMatch(second::contains);
    }

    @Test
    void theAddressIsInNoMetric() {
        String address = open(aPersonWithADuty());
        given().get(address).then().statusCode(200);
        String token = address.substring(address.lastIndexOf('/') + 1, address.indexOf(".ics"));
        assertThat(token).hasSize(43);
        assertThat(given().get(management.resolve("metrics")).asString())
                .contains("http_server_requests")
                .doesNotContain(token);
    }

    @Test
    void timesAreThoseOfTheDutyAlsoOnANightWhenClocksChange() throws Exception {
        List<MyDuties.Duty> duties = List.of(
                duty("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
                duty("2027-03-27T21:00:00Z", "2027-03-28T04:00:00Z"));
        var read = new CalendarBuilder().build(new StringReader(WriteCalendar.write(duties, null, NOW)));
        List<VEvent> events = read.getComponents(Component.VEVENT);
        assertThat(events)
                .extracting(
                        event -> Instant.from(event.getStartDate().orElseThrow().getDate()))
                .containsExactly(duties.get(0).from(), duties.get(1).from());
        assertThat(events)
                .extracting(
                        event -> Instant.from(event.getEndDate().orElseThrow().getDate()))
                .containsExactly(duties.get(0).until(), duties.get(1).until());
    }

    @Test
    void whoHasNoDutiesHasAnEmptyCalendar() {
        assertThat(WriteCalendar.write(List.of(), null, NOW))
                .startsWith("BEGIN:VCALENDAR")
                .doesNotContain("VEVENT");
    }

    private static Person aPersonWithADuty() {
        Person person = Person.aResponderOffCallOf(Team.aTeam());
        Planning.by(Person.aCoordinatorOf(person.team())).aDuty(person, Duration.ofHours(20), Duration.ofHours(8));
        return person;
    }

    private static String open(Person person) {
        return URI.create(Api.as(person)
                        .post("/api/v1/me/calendar")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("url"))
                .getPath();
    }

    private static MyDuties.Duty duty(String from, String until) {
        return new MyDuties.Duty(
                UUID.randomUUID(), "a-team", Instant.parse(from), Instant.parse(until), false, false, false, false);
    }
}
