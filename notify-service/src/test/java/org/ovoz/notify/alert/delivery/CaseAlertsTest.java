package org.ovoz.notify.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CaseAlertsTest {

    @Test
    void aCoordinatorSeesWhatBecameOfEachAttempt() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        DeskSetting.get().carrier().failsNext(aziza.sms(), 400, 21211);
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> {
            JsonPath alerts = Api.as(coordinator)
                    .get(report.path() + "/alerts")
                    .then()
                    .statusCode(200)
                    .body("alerts.who", everyItem(equalTo(aziza.handle())))
                    .body("alerts.way", hasItem("email"))
                    .extract()
                    .jsonPath();
            assertThat(alerts.getString("alerts.find { it.way == 'sms' }.state"))
                    .isEqualTo("failed");
            assertThat(alerts.getString("alerts.find { it.way == 'sms' }.reason"))
                    .isEqualTo("carrier-21211");
            assertThat(alerts.getString("alerts.find { it.way == 'email' }.state"))
                    .isEqualTo("sent");
        });
        String all = Api.as(coordinator).get(report.path() + "/alerts").asString();
        assertThat(all).doesNotContain(aziza.sms(), aziza.email());
        assertThat(Sql.read(
                        "SELECT DISTINCT what FROM audit WHERE chain = ? AND what = 'alerts-viewed'",
                        "report:" + report.id()))
                .hasSize(1);
    }

    @Test
    void itIsForThoseWhoCoordinateThatCaseOnly() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).get(report.path() + "/alerts").then().statusCode(403);
        Api.as(Person.aCoordinatorOf(Team.aTeam()))
                .get(report.path() + "/alerts")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:unknown-report"));
    }

    @Test
    void peopleOfAnotherOrganisationAreNotNamed() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Person theirs = Person.aResponderOf(Team.aTeam());
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT 1 FROM alert WHERE report_id = ?", report.id().value()))
                .isNotEmpty());
        Sql.change("""
                INSERT INTO alert (id, cause, purpose, report_id, person, kind, text, state, created_at, due_at, changed_at)
                SELECT gen_random_uuid(), gen_random_uuid(), 'report', report_id, ?, 'email', text, 'sent', created_at, due_at, changed_at
                FROM alert WHERE report_id = ? LIMIT 1""", theirs.id(), report.id().value());
        Api.as(Person.aCoordinatorOf(aziza.team()))
                .get(report.path() + "/alerts")
                .then()
                .body("alerts.who", everyItem(equalTo(aziza.handle())));
    }
}
