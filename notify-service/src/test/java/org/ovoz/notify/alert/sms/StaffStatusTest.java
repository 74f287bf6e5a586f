package org.ovoz.notify.alert.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.CarrierWebhook;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class StaffStatusTest {

    private static final Map<String, String> DELIVERED = Map.of(
            "MessageSid", "SM" + "0".repeat(32), "MessageStatus", "delivered", "AccountSid", FakeCarrier.ACCOUNT);

    private String alert;

    @BeforeEach
    void anAlertThatWasSent() {
        Person aziza = Person.aResponderOf(Team.aTeam());
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(Sql.read(
                        "SELECT id FROM alert WHERE report_id = ? AND kind = 'sms' AND state = 'sent'",
                        report.id().value()))
                .hasSize(1));
        alert = Sql.read(
                        "SELECT id FROM alert WHERE report_id = ? AND kind = 'sms'",
                        report.id().value())
                .getFirst();
    }

    @Test
    void theCarriersWordOnAnAlertIsKept() {
        report(DELIVERED, CarrierWebhook.sign(path(), DELIVERED, FakeCarrier.TOKEN))
                .then()
                .statusCode(204);
        assertThat(state()).isEqualTo("delivered");
    }

    @Test
    void aWordThatComesLateChangesNothing() {
        Map<String, String> sent = Map.of("MessageStatus", "sent");
        report(DELIVERED, CarrierWebhook.sign(path(), DELIVERED, FakeCarrier.TOKEN))
                .then()
                .statusCode(204);
        report(sent, CarrierWebhook.sign(path(), sent, FakeCarrier.TOKEN))
                .then()
                .statusCode(204);
        assertThat(state()).isEqualTo("delivered");
    }

    @Test
    void aFailureIsKeptWithItsCode() {
        Map<String, String> failed = Map.of("MessageStatus", "undelivered", "ErrorCode", "30003");
        report(failed, CarrierWebhook.sign(path(), failed, FakeCarrier.TOKEN))
                .then()
                .statusCode(204);
        assertThat(state()).isEqualTo("failed");
        assertThat(Sql.read("SELECT reason FROM alert WHERE id = ?::uuid", alert))
                .containsExactly("carrier-30003");
    }

    @Test
    void whatTheCarrierDidNotSignIsRefused() {
        for (String signature : new String[] {CarrierWebhook.sign(path(), DELIVERED, "another token"), "", "x"}) {
            report(DELIVERED, signature)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:ovoz:problem:webhook-signature"));
        }
        given().formParams(DELIVERED).post(path()).then().statusCode(403);
        assertThat(state()).isEqualTo("sent");
    }

    private String path() {
        return "/twilio/staff/status?alert=" + alert;
    }

    private Response report(Map<String, String> form, String signature) {
        return given().header("X-Twilio-Signature", signature).formParams(form).post(path());
    }

    private String state() {
        return Sql.read("SELECT state FROM alert WHERE id = ?::uuid", alert).getFirst();
    }
}
