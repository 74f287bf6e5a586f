package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.NOBODY;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.STAFF_LINE;
import static org.ovoz.local.carrier.scene.Scene.STAFF_PHONE;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.ZonedDateTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.scene.Scene;

/** {@code POST /Messages.json} through the SDK. */
class SendingTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aTextIsAcceptedAsQueuedAndThePhoneShowsItOnce() {
        Message accepted = SCENE.send(PHONE, "Salom");

        assertThat(accepted.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(SCENE.awaitTexts(PHONE, 1)).singleElement().satisfies(text -> {
            assertThat(text.id()).isEqualTo(accepted.getSid());
            assertThat(text.text()).isEqualTo("Salom");
            assertThat(text.peer()).isEqualTo(HOTLINE);
            assertThat(text.segments()).isEqualTo(1);
        });
    }

    @Test
    void theSdkReadsEveryFieldOfADeliveredText() {
        Message message = SCENE.sendToTheEnd(PHONE, "я".repeat(71));

        assertThat(message.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(message.getAccountSid()).isEqualTo(SCENE.customer().sid());
        assertThat(message.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(message.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(message.getFrom()).hasToString(HOTLINE);
        assertThat(message.getTo()).isEqualTo(PHONE);
        assertThat(message.getNumSegments()).isEqualTo("2");
        assertThat(message.getErrorCode()).isNull();
        assertThat(message.getDateSent()).isBetween(ZonedDateTime.now().minusMinutes(1), ZonedDateTime.now());
    }

    @Test
    void aNumberWithoutAPhoneIsUndeliveredWith30005() {
        Message message = SCENE.sendToTheEnd(NOBODY, "Salom");

        assertThat(message.getStatus()).isEqualTo(Message.Status.UNDELIVERED);
        assertThat(message.getErrorCode()).isEqualTo(30005);
        assertThat(message.getErrorMessage()).isEqualTo("Unknown destination handset");
    }

    @Test
    void eachAccountSendsFromItsOwnNumbersOnly() {
        refuses(21606, () -> send(SCENE.sdk(), STAFF_LINE, PHONE, "Salom"));
        assertThat(send(SCENE.staffSdk(), STAFF_LINE, STAFF_PHONE, "K7Q2-1").getStatus())
                .isEqualTo(Message.Status.QUEUED);
    }

    @Test
    void whatCannotBeSentIsRefusedWithTheDocumentedCode() {
        refuses(21604, () -> send(SCENE.sdk(), HOTLINE, "", "Salom"));
        refuses(21211, () -> send(SCENE.sdk(), HOTLINE, "+12", "Salom"));
        refuses(21211, () -> send(SCENE.sdk(), HOTLINE, "someone", "Salom"));
        refuses(21603, () -> send(SCENE.sdk(), "", PHONE, "Salom"));
        refuses(21602, () -> send(SCENE.sdk(), HOTLINE, PHONE, ""));
        refuses(21617, () -> send(SCENE.sdk(), HOTLINE, PHONE, "a".repeat(1601)));
        refuses(21266, () -> send(SCENE.sdk(), HOTLINE, HOTLINE, "Salom"));
        assertThat(SCENE.carrier().texts(PHONE)).isEmpty();
    }

    @Test
    void aRefusalSaysItsCodeItsStatusAndWhereToReadMore() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> SCENE.send("+12", "Salom"))
                .satisfies(refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(400);
                    assertThat(refusal.getMoreInfo()).endsWith("/docs/errors/21211");
                    assertThat(refusal.getMessage()).contains("Invalid 'To' Phone Number");
                });
    }

    @Test
    void aWrongTokenIsAnsweredWith20003() {
        TwilioRestClient impostor = SCENE.sdk(SCENE.customer().sid(), "wrong");

        assertThatExceptionOfType(com.twilio.exception.TwilioException.class)
                .isThrownBy(() -> send(impostor, HOTLINE, PHONE, "Salom"));
        var answer =
                SCENE.control().get("/2010-04-01/Accounts/" + SCENE.customer().sid() + "/Messages.json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":20003", "\"message\":\"Authenticate\"", "\"status\":401");
        assertThat(SCENE.carrier().texts(PHONE)).isEmpty();
    }

    @Test
    void aLineOfTheCarrierIsTextedLikeAPhone() {
        send(SCENE.staffSdk(), STAFF_LINE, HOTLINE, "From the staff line");

        assertThat(SCENE.application().await(Scene.SMS, 1).getFirst().field("From"))
                .isEqualTo(STAFF_LINE);
    }

    private static Message send(TwilioRestClient sdk, String from, String to, String body) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(from), body).create(sdk);
    }

    private static void refuses(int code, ThrowingCallable send) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(send)
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(code));
    }
}
