package org.ovoz.notify.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ServicesTest {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person coordinator;

    @BeforeEach
    void peopleOfATeam() {
        Team team = Team.aTeam();
        aziza = Person.aResponderOf(team);
        coordinator = Person.aCoordinatorOf(team);
    }

    @Test
    void aServiceIsFoundByRegionNeedAndLanguageAndByAllOfThemTogether() {
        AService shelter = AService.inMoscow().kept();
        assertThat(found("region=RU-MOW")).contains(shelter.id());
        assertThat(found("region=KZ")).doesNotContain(shelter.id());
        assertThat(found("need=food")).contains(shelter.id());
        assertThat(found("need=legal")).doesNotContain(shelter.id());
        assertThat(found("language=uz-Latn")).contains(shelter.id());
        assertThat(found("language=uz")).contains(shelter.id());
        assertThat(found("language=uz-Cyrl")).doesNotContain(shelter.id());
        assertThat(found("region=RU-MOW&need=food&language=ru")).contains(shelter.id());
        assertThat(found("region=RU-MOW&need=food&language=ko")).doesNotContain(shelter.id());
    }

    @Test
    void whatHelpsInACountryHelpsInItsPartsAndNotTheOtherWayRound() {
        AService everywhere = AService.inMoscow().with("regions", List.of("RU")).kept();
        AService moscow = AService.inMoscow().kept();
        assertThat(found("region=RU-MOW")).contains(everywhere.id(), moscow.id());
        assertThat(found("region=RU")).contains(everywhere.id()).doesNotContain(moscow.id());
    }

    @Test
    void whoTakesPeopleWithoutPapersAndWhoTakesChildrenIsFoundByThat() {
        AService shelter = AService.inMoscow().kept();
        AService strict = AService.inMoscow()
                .with("takesUndocumented", false)
                .with("takesChildren", true)
                .kept();
        assertThat(found("undocumented=true")).contains(shelter.id()).doesNotContain(strict.id());
        assertThat(found("child=true")).contains(strict.id()).doesNotContain(shelter.id());
        assertThat(found("undocumented=false&child=false")).contains(shelter.id(), strict.id());
    }

    @Test
    void openNowGoesByTheClockOfItsPlaceAndWhoseHoursNobodyKnowsIsNotCalledOpen() {
        ZonedDateTime there = clock.instant().atZone(ZoneId.of("Asia/Tashkent"));
        AService open = AService.inMoscow()
                .with("zone", "Asia/Tashkent")
                .with("weekly", List.of(hours(there.minusHours(1), there.plusHours(2))))
                .kept();
        AService closed = AService.inMoscow()
                .with("zone", "Asia/Tashkent")
                .with("weekly", List.of(hours(there.plusHours(2), there.plusHours(4))))
                .kept();
        AService unknown = AService.inMoscow().kept();
        assertThat(found("open=now")).contains(open.id()).doesNotContain(closed.id(), unknown.id());
        assertThat(found("child=false")).contains(open.id(), closed.id(), unknown.id());
        seen(closed).body("open", equalTo(false));
        seen(unknown).body("open", nullValue());
        clock.putForward(Duration.ofHours(3));
        assertThat(found("open=now")).contains(closed.id()).doesNotContain(open.id());
    }

    @Test
    void afterNinetyDaysAServiceIsUncheckedAndOneCallSaysThatItWasChecked() {
        AService shelter = AService.inMoscow().kept();
        seen(shelter).body("unchecked", equalTo(false)).body("checkedBy", nullValue());
        clock.putForward(Duration.ofDays(90).minusMinutes(5));
        seen(shelter).body("unchecked", equalTo(false));
        clock.putForward(Duration.ofMinutes(5));
        seen(shelter).body("unchecked", equalTo(true));
        shelter.with("phone", "+7 999 000-00-01").kept();
        seen(shelter).body("unchecked", equalTo(true)).body("service.phone", equalTo("+7 999 000-00-01"));
        Api.as(coordinator).post(shelter.path() + "/check").then().statusCode(204);
        seen(shelter).body("unchecked", equalTo(false)).body("checkedBy", equalTo(coordinator.handle()));
        assertThat(audited(shelter)).containsExactly("service-saved", "service-saved", "service-checked");
    }

    @Test
    void whereNobodyIsToBeSentIsShownLastWithWhyAndWhoSaidSo() {
        AService first =
                AService.inMoscow().with("name", "0 " + UUID.randomUUID()).kept();
        AService second =
                AService.inMoscow().with("name", "1 " + UUID.randomUUID()).kept();
        Api.as(coordinator)
                .contentType("application/json")
                .body(Map.of("reason", "tells-others"))
                .post(first.path() + "/never-refer")
                .then()
                .statusCode(204);
        assertThat(found("region=RU-MOW")).containsSubsequence(second.id(), first.id());
        seen(first)
                .body("neverRefer.reason", equalTo("tells-others"))
                .body("neverRefer.by", equalTo(coordinator.handle()));
        first.kept();
        seen(first).body("neverRefer.reason", equalTo("tells-others"));
        Api.as(coordinator).delete(first.path() + "/never-refer").then().statusCode(204);
        seen(first).body("neverRefer", nullValue());
        assertThat(found("region=RU-MOW")).containsSubsequence(first.id(), second.id());
        assertThat(audited(first))
                .containsExactly("service-saved", "service-never-refer", "service-saved", "service-refer-again");
    }

    @Test
    void aServiceIsKeptWholeAndReplacedAsAWhole() {
        AService shelter = AService.inMoscow()
                .with("weekly", List.of(Map.of("day", 7, "opens", "22:00:00", "closes", "06:00:00")))
                .kept();
        seen(shelter).body("service.weekly.day", contains(7)).body("service.needs", contains("shelter", "food"));
        shelter.with("weekly", List.of()).with("needs", List.of("legal")).kept();
        seen(shelter).body("service.weekly", equalTo(List.of())).body("service.needs", contains("legal"));
    }

    @Test
    void coordinatorsKeepTheDirectoryAndRespondersOnlyRead() {
        AService shelter = AService.inMoscow().kept();
        Api.as(coordinator)
                .contentType("application/json")
                .body(shelter.form())
                .put(shelter.path())
                .then()
                .statusCode(204);
        Api.as(aziza)
                .contentType("application/json")
                .body(shelter.form())
                .put(shelter.path())
                .then()
                .statusCode(403);
        Api.as(aziza).post(shelter.path() + "/check").then().statusCode(403);
        Api.as(aziza).delete(shelter.path() + "/never-refer").then().statusCode(403);
        Api.asAuditor().get(AService.ALL).then().statusCode(403);
        Api.asAdmin().get(AService.ALL).then().statusCode(200);
    }

    @Test
    void whatIsNoServiceNoCodeAndNoHoursIsRefused() {
        AService.inMoscow().with("kind", "bank").save().then().statusCode(400);
        AService.inMoscow().with("needs", List.of("money")).save().then().statusCode(400);
        AService.inMoscow().with("regions", List.of()).save().then().statusCode(400);
        AService.inMoscow().with("zone", "Mars/Olympus").save().then().statusCode(400);
        AService.inMoscow().with("phone", "call me").save().then().statusCode(400);
        Map<String, Object> day = Map.of("day", 1, "opens", "09:00", "closes", "18:00");
        AService.inMoscow()
                .with("weekly", List.of(day, day))
                .save()
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ovoz:problem:hours-clash"));
        Api.as(aziza).get(AService.ALL + "?need=money").then().statusCode(400);
        Api.as(aziza).get(AService.ALL + "?region=moscow").then().statusCode(400);
        Api.as(aziza).get(AService.ALL + "?open=tomorrow").then().statusCode(400);
        Api.asAdmin()
                .post(AService.ALL + "/" + UUID.randomUUID() + "/check")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:unknown-service"));
    }

    private List<UUID> found(String question) {
        JsonPath answer = Api.as(aziza)
                .get(AService.ALL + "?" + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> ids = answer.getList("services.id");
        return ids == null ? List.of() : ids.stream().map(UUID::fromString).toList();
    }

    private ValidatableResponse seen(AService service) {
        return Api.as(aziza).get(AService.ALL).then().rootPath("services.find { it.id == '" + service.id() + "' }");
    }

    private static List<String> audited(AService service) {
        return Sql.read(
                "SELECT what FROM audit WHERE chain = 'directory' AND subject = ? ORDER BY sequence",
                service.id().toString());
    }

    private static Map<String, Object> hours(ZonedDateTime from, ZonedDateTime until) {
        return Map.of(
                "day", from.getDayOfWeek().getValue(), "opens", from.format(CLOCK), "closes", until.format(CLOCK));
    }
}
