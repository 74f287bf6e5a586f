package org.ovoz.notify.directory.interpreter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Team;

@DeskTest
class InterpretersTest {

    private static final String ALL = "/api/v1/interpreters";

    private final String handle = "i" + UUID.randomUUID().toString().substring(0, 8);
    private Person aziza;

    @BeforeEach
    void anInterpreterOfVietnamese() {
        aziza = Person.aResponderOf(Team.aTeam());
        save(handle, interpreter("vi", "Nghe An")).then().statusCode(204);
    }

    @Test
    void aResponderFindsOneByLanguageWithDialectGenderHoursAndTies() {
        find("vi")
                .body("interpreters.handle", hasItem(handle))
                .rootPath("interpreters.find { it.handle == '" + handle + "' }.interpreter")
                .body("languages.dialect", contains("Nghe An"))
                .body("gender", equalTo("woman"))
                .body("weekly.day", contains(1))
                .body("ties", contains("Vinh fishers"));
        find("ko").body("interpreters.handle", not(hasItem(handle)));
    }

    @Test
    void aLanguageInAnyScriptFindsTheOneAndTheOther() {
        String uzbek = handle + "uz";
        save(uzbek, interpreter("uz-Cyrl", null)).then().statusCode(204);
        find("uz").body("interpreters.handle", hasItem(uzbek));
        find("uz-Cyrl").body("interpreters.handle", hasItem(uzbek));
        find("uz-Latn").body("interpreters.handle", not(hasItem(uzbek)));
    }

    @Test
    void whoKeepsTheListSeesAllAndMayTakeOneOut() {
        Api.asAdmin().get(ALL + "/all").then().body("interpreters.handle", hasItems(handle));
        Api.asAdmin().delete(ALL + "/" + handle).then().statusCode(204);
        find("vi").body("interpreters.handle", not(hasItem(handle)));
        Api.asAdmin().delete(ALL + "/" + handle).then().statusCode(404);
    }

    @Test
    void onlyAdministratorsChangeTheList() {
        Api.as(aziza)
                .contentType("application/json")
                .body(interpreter("vi", null))
                .put(ALL + "/" + handle)
                .then()
                .statusCode(403);
        Api.as(aziza).delete(ALL + "/" + handle).then().statusCode(403);
        Api.as(aziza).get(ALL + "/all").then().statusCode(403);
    }

    @Test
    void whatIsNoFormIsRefused() {
        save(handle, Map.of("gender", "woman")).then().statusCode(400);
        save("Not A Handle", interpreter("vi", null)).then().statusCode(400);
        Api.as(aziza).get(ALL + "?language=vietnamese").then().statusCode(400);
    }

    private ValidatableResponse find(String language) {
        return Api.as(aziza).get(ALL + "?language=" + language).then().statusCode(200);
    }

    private static Response save(String handle, Object interpreter) {
        return Api.asAdmin().body(interpreter).put(ALL + "/{handle}", handle);
    }

    private static Map<String, Object> interpreter(String language, String dialect) {
        Map<String, Object> spoken =
                dialect == null ? Map.of("language", language) : Map.of("language", language, "dialect", dialect);
        return Map.of(
                "gender",
                "woman",
                "zone",
                "Asia/Ho_Chi_Minh",
                "languages",
                List.of(spoken),
                "weekly",
                List.of(Map.of("day", 1, "opens", "08:00", "closes", "20:00")),
                "ties",
                List.of("Vinh fishers"));
    }
}
