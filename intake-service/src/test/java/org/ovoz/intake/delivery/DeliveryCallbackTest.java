package org.ovoz.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Webhook;
import org.ovoz.local.carrier.faults.FaultKind;

@IntakeTest
class DeliveryCallbackTest {

    private static final String SID = "SM" + "a".repeat(32);

    private final Correspondence letters = new Correspondence();

    @Test
    void aWronglySignedCallbackChangesNothing() {
        UUID reply = aReplyOfUnknownFate();
        assertRefused(callback(reply, SID, "delivered").signed("nonsense").send(), 403, "bad-signature");
        assertRefused(callback(reply, SID, "delivered").signed(null).send(), 403, "unsigned");
        assertThat(letters.state(reply)).isEqualTo("unknown");
    }

    @Test
    void aCallbackIsForTheTextOfItsPathOnly() {
        UUID reply = aReplyOfUnknownFate();
        Map<String, String> fields = fields(SID, "delivered");
        String ofAnother = Webhook.sign("token-of-now", DeliveryCallback.PATH + "/" + Ids.random(), fields);
        assertRefused(callback(reply, SID, "delivered").signed(ofAnother).send(), 403, "bad-signature");
    }

    @Test
    void aCallbackForAnUnknownTextIsAnsweredWith404() {
        assertRefused(callback(Ids.random(), SID, "delivered").send(), 404, "not-found");
    }

    @Test
    void aMissingFieldIsNamed() {
        UUID reply = aReplyOfUnknownFate();
        Webhook callback = Webhook.of(DeliveryCallback.PATH + "/" + reply, Map.of("MessageSid", SID));
        assertThat(assertRefused(callback.send(), 400, "missing-field").title()).contains("MessageStatus");
    }

    @Test
    void aWordThatTheCarrierNeverUsedIsPassedOver() {
        UUID reply = aReplyOfUnknownFate();
        assertThat(callback(reply, SID, "teleported").send().statusCode()).isEqualTo(204);
        assertThat(letters.state(reply)).isEqualTo("unknown");
    }

    @Test
    void aCallbackAboutAnotherMessageOfTheCarriersChangesNothing() {
        UUID reply = letters.replies("Sizni eshitdik.");
        letters.awaitState(reply, "delivered");
        assertThat(callback(reply, SID, "read").send().statusCode()).isEqualTo(204);
        assertThat(letters.column(reply, "delivery")).isEqualTo("DELIVERED");
    }

    @Test
    void everyWordOfTheCarriersIsUnderstood() {
        UUID reply = aReplyOfUnknownFate();
        for (String word : new String[] {"accepted", "scheduled", "queued", "sending", "sent", "delivered", "read"}) {
            assertThat(callback(reply, SID, word).send().statusCode()).isEqualTo(204);
        }
        letters.awaitTold("ReplyAccepted", "ReplyFateUnknown", "ReplySent", "ReplyDelivered");
    }

    private UUID aReplyOfUnknownFate() {
        letters.carrierWill(FaultKind.SERVER_ERROR);
        UUID reply = letters.replies("Sizni eshitdik.");
        letters.awaitState(reply, "unknown");
        return reply;
    }

    private static Webhook callback(UUID text, String sid, String status) {
        return Webhook.of(DeliveryCallback.PATH + "/" + text, fields(sid, status));
    }

    private static Map<String, String> fields(String sid, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", sid);
        fields.put("MessageStatus", status);
        return fields;
    }
}
