package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;
import static org.ovoz.local.carrier.scene.Scene.STATUS;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpTimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.scene.Scene;

/** Faults on demand. */
class FaultsTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aRefusalComesWithTheCodeThatWasAskedFor() {
        add(Fault.next(FaultKind.REFUSE));
        add(Fault.next(FaultKind.REFUSE).code(21614));

        fails(400, 21610, () -> SCENE.send(PHONE, "Salom"));
        fails(400, 21614, () -> SCENE.send(PHONE, "Salom"));
        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isNull();
    }

    @Test
    void aTextIsUndeliveredWith30003AndItsPhoneMissesIt() {
        add(Fault.next(FaultKind.UNDELIVERED));

        Message message = SCENE.sendToTheEnd(PHONE, "Salom");

        assertThat(message.getStatus()).isEqualTo(Message.Status.UNDELIVERED);
        assertThat(message.getErrorCode()).isEqualTo(30003);
        assertThat(SCENE.carrier().texts(PHONE)).singleElement().satisfies(missed -> {
            assertThat(missed.direction()).isEqualTo(PhoneText.Direction.MISSED);
            assertThat(missed.status()).isEqualTo("30003");
            assertThat(missed.text()).isEmpty();
        });
    }

    @Test
    void aTextFailsBeforeItIsSent() {
        add(Fault.next(FaultKind.FAILED).code(30007));

        Message message = SCENE.sendToTheEnd(PHONE, "Salom");

        assertThat(message.getStatus()).isEqualTo(Message.Status.FAILED);
        assertThat(message.getErrorCode()).isEqualTo(30007);
        assertThat(message.getDateSent()).isNull();
    }

    @Test
    void tooManyRequestsIs429With20429AndSaysWhenToComeAgain() {
        add(Fault.next(FaultKind.RATE_LIMIT));

        fails(429, 20429, () -> SCENE.send(PHONE, "Salom"));

        assertThat(Message.reader().read(SCENE.sdk())).isEmpty();
    }

    @Test
    void aServerErrorSendsNothing() {
        add(Fault.next(FaultKind.SERVER_ERROR));
        add(Fault.next(FaultKind.SERVER_ERROR).code(20500));

        fails(503, 20503, () -> SCENE.send(PHONE, "Salom"));
        fails(500, 20500, () -> SCENE.send(PHONE, "Salom"));

        assertThat(Message.reader().read(SCENE.sdk())).isEmpty();
    }

    @Test
    void aServerErrorAfterAcceptanceSendsItAllTheSame() {
        add(Fault.next(FaultKind.SERVER_ERROR_AFTER_ACCEPTANCE));

        fails(503, 20503, () -> SCENE.send(PHONE, "Salom"));

        assertThat(SCENE.awaitTexts(PHONE, 1)).hasSize(1);
        assertThat(Message.reader().setTo(new PhoneNumber(PHONE)).read(SCENE.sdk()))
                .as("whoever reconciles finds it")
                .hasSize(1);
    }

    @Test
    void anAnswerThatIsLostLeavesATextThatGoesOutOnce() {
        add(Fault.next(FaultKind.ANSWER_LOST));

        assertThatThrownBy(() -> SCENE.send(PHONE, "Salom")).hasRootCauseInstanceOf(HttpTimeoutException.class);

        assertThat(SCENE.received(PHONE)).hasSize(1);
        assertThat(Message.reader().setTo(new PhoneNumber(PHONE)).read(SCENE.sdk()))
                .hasSize(1);
    }

    @Test
    void aWebhookComesAsOftenAsWasAskedForWithTheSameMessageSid() {
        add(Fault.next(FaultKind.WEBHOOK_DUPLICATE).times(10));

        String sid = SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        assertThat(SCENE.application().await(SMS, 10))
                .hasSize(10)
                .allMatch(request -> request.field("MessageSid").equals(sid));
    }

    @Test
    void aFateIsToldOutOfOrder() {
        add(Fault.next(FaultKind.WEBHOOK_OUT_OF_ORDER));

        SCENE.text(PHONE, "Salom")
                .setStatusCallback(SCENE.application().url(STATUS))
                .create(SCENE.sdk());

        assertThat(SCENE.application().await(STATUS, 2))
                .extracting(request -> request.field("MessageStatus"))
                .containsExactly("delivered", "sent");
    }

    @Test
    void textsComeOutOfOrder() {
        add(Fault.next(FaultKind.WEBHOOK_OUT_OF_ORDER).to(PHONE));

        SCENE.carrier().text(PHONE, HOTLINE, "first");
        SCENE.carrier().text(OTHER_PHONE, HOTLINE, "from another phone");
        SCENE.carrier().text(PHONE, HOTLINE, "second");

        assertThat(SCENE.application().await(SMS, 3))
                .extracting(request -> request.field("Body"))
                .filteredOn(body -> !body.equals("from another phone"))
                .containsExactly("second", "first");
    }

    @Test
    void aWebhookComesLate() {
        add(Fault.next(FaultKind.WEBHOOK_DELAY).delayMillis(150));

        SCENE.carrier().text(PHONE, HOTLINE, "late");
        SCENE.carrier().text(PHONE, HOTLINE, "on time");

        assertThat(SCENE.application().await(SMS, 2))
                .extracting(request -> request.field("Body"))
                .containsExactly("on time", "late");
    }

    @Test
    void aLostWebhookNeverComesAndIsInTheErrorLogAndTheTextInTheList() {
        add(Fault.next(FaultKind.WEBHOOK_LOST));

        String sid = SCENE.carrier().text(PHONE, HOTLINE, "lost");
        SCENE.carrier().text(PHONE, HOTLINE, "found");

        assertThat(SCENE.application().await(SMS, 1))
                .extracting(request -> request.field("Body"))
                .containsExactly("found");
        await().until(() -> SCENE.carrier().errors().size() == 1);
        assertThat(SCENE.carrier().errors().getFirst().resourceSid()).isEqualTo(sid);
        assertThat(SCENE.fetch(sid).getBody()).isEqualTo("lost");
    }

    @Test
    void aFaultOfOnePhoneLeavesTheOthersAlone() {
        add(Fault.always(FaultKind.UNDELIVERED).to(OTHER_PHONE));

        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isNull();
        assertThat(SCENE.sendToTheEnd(OTHER_PHONE, "Salom").getErrorCode()).isEqualTo(30003);
    }

    @Test
    void aFaultHappensAsOftenAsWasAskedForAndOneWithoutEndUntilItIsRemoved() {
        add(Fault.next(FaultKind.REFUSE).count(2));
        fails(400, 21610, () -> SCENE.send(PHONE, "Salom"));
        fails(400, 21610, () -> SCENE.send(PHONE, "Salom"));
        SCENE.send(PHONE, "Salom");

        int always = add(Fault.always(FaultKind.REFUSE));
        fails(400, 21610, () -> SCENE.send(PHONE, "Salom"));
        fails(400, 21610, () -> SCENE.send(PHONE, "Salom"));
        SCENE.carrier().removeFault(always);
        SCENE.send(PHONE, "Salom");
    }

    @Test
    void faultsAreAskedForOverHttpToo() {
        var added = SCENE.control()
                .post(
                        "/control/faults",
                        new JsonObject()
                                .put("kind", "undelivered")
                                .put("phone", PHONE)
                                .put("code", 30006));

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isEqualTo(30006);
        assertThat(SCENE.control()
                        .post("/control/faults", new JsonObject().put("kind", "rain"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static int add(Fault fault) {
        return SCENE.carrier().fault(fault);
    }

    private static void fails(int status, int code, ThrowingCallable send) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(send).satisfies(error -> {
            assertThat(error.getStatusCode()).isEqualTo(status);
            assertThat(error.getCode()).isEqualTo(code);
        });
    }
}
