package org.ovoz.notify.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CorrectLanguageTest {

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportThatAzizaReads() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void whoeverHasReadItSaysWhatItIs() {
        correct(aziza, "kk", "KZ", false)
                .then()
                .statusCode(200)
                .body("language", equalTo("kk"))
                .body("region", equalTo("KZ"))
                .body("claimedBy", equalTo(aziza.handle()));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("language-corrected"));
        Eventually.so(() -> assertThat(Bus.told(report.id().toString())).endsWith("LanguageCorrected"));
    }

    @Test
    void passedOnItWaitsForWhoReadsItAndTheyAreAlerted() {
        Person dinara = Person.aResponderOf(Team.aTeam());
        Sql.change("UPDATE person SET languages = '{kk}' WHERE subject = ?", dinara.subject());
        Bus.send(report.letsIn(dinara.team()));
        report.await(dinara, seen -> true);
        report.wasRead();
        correct(aziza, "kk", "KZ", true).then().statusCode(200).body("state", equalTo("waiting"));
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT kind FROM alert WHERE report_id = ? AND person = ?",
                        report.id().value(),
                        dinara.id()))
                .contains("sms"));
        report.await(dinara, seen -> seen.getString("readBy") != null);
        Api.as(dinara).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void whoeverDoesNotHoldItCorrectsNothing() {
        Person bek = Person.aResponderOf(aziza.team());
        correct(bek, "kk", "KZ", true).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        Person stranger = Person.aResponderOf(Team.aTeam());
        correct(stranger, "kk", "KZ", true).then().statusCode(404);
        report.await(aziza, seen -> seen.getString("language").equals("uz-Latn"));
    }

    @Test
    void whatIsNoLanguageIsRefused() {
        correct(aziza, "She speaks Kazakh", "KZ", false).then().statusCode(400);
        correct(aziza, "kk", "behind the bazaar", false).then().statusCode(400);
    }

    private Response correct(Person who, String language, String region, boolean passOn) {
        return Api.as(who)
                .contentType("application/json")
                .body(Map.of("language", language, "region", region, "passOn", passOn))
                .put(report.path() + "/language");
    }
}
