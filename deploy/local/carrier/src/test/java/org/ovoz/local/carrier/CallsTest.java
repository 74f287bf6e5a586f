package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.NOBODY;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.STAFF_LINE;
import static org.ovoz.local.carrier.scene.Scene.STATUS;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.phones.Phone.OnCall;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Scene;

/** {@code POST /Calls.json} through the SDK, and what becomes of a call. */
class CallsTest {
    private static final String VOICE = "/twilio/voice";
    private static final String HELLO = "<Response><Say>Salom</Say></Response>";

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aCallThatIsTakenTellsItsProgressInOrder() {
        phone(OnCall.ANSWER);
        SCENE.application().answers(HELLO);

        Call placed = calling(PHONE)
                .setStatusCallback(SCENE.application().url(STATUS))
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(SCENE.sdk());

        assertThat(placed.getStatus()).isEqualTo(Call.Status.QUEUED);
        List<Asked> told = SCENE.application().await(STATUS, 4);
        assertThat(told)
                .extracting(request -> request.field("CallStatus"))
                .containsExactly("queued", "ringing", "in-progress", "completed");
        assertThat(told).extracting(request -> request.field("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(SCENE.application().asked()).allMatch(CallsTest::isSigned);
    }

    @Test
    void theSdkReadsEveryFieldOfACompletedCall() {
        phone(OnCall.ANSWER);
        SCENE.application().answers(HELLO);

        Call call = toTheEnd(calling(PHONE).create(SCENE.sdk()));

        assertThat(call.getSid()).matches("CA[0-9a-f]{32}");
        assertThat(call.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(call.getTo()).isEqualTo(PHONE);
        assertThat(call.getFrom()).isEqualTo(HOTLINE);
        assertThat(call.getDirection()).isEqualTo("outbound-api");
        assertThat(call.getDuration()).isEqualTo("1");
        assertThat(call.getStartTime()).isNotNull();
        assertThat(call.getEndTime()).isNotNull();
    }

    @Test
    void aCallMayBringItsDocumentWithIt() {
        phone(OnCall.ANSWER);

        Call call = Call.creator(new PhoneNumber(PHONE), new PhoneNumber(HOTLINE), new Twiml(HELLO))
                .create(SCENE.sdk());

        assertThat(toTheEnd(call).getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(SCENE.application().asked()).isEmpty();
    }

    @Test
    void aPhoneThatNobodyTakesIsNoAnswer() {
        phone(OnCall.RING);

        assertThat(toTheEnd(calling(PHONE).setTimeout(2).create(SCENE.sdk())).getStatus())
                .isEqualTo(Call.Status.NO_ANSWER);
    }

    @Test
    void aBusyPhoneIsBusyAndANumberWithoutAPhoneFails() {
        phone(OnCall.BUSY);

        assertThat(toTheEnd(calling(PHONE).create(SCENE.sdk())).getStatus()).isEqualTo(Call.Status.BUSY);
        assertThat(toTheEnd(calling(NOBODY).create(SCENE.sdk())).getStatus()).isEqualTo(Call.Status.FAILED);
    }

    @Test
    void aCallIsEndedOverTheApi() {
        phone(OnCall.ANSWER);
        SCENE.application().answers("<Response><Pause length=\"600\"/></Response>");
        String sid = calling(PHONE).create(SCENE.sdk()).getSid();
        await().until(() -> fetch(sid).getStatus() == Call.Status.IN_PROGRESS);

        Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(SCENE.sdk());

        assertThat(fetch(sid).getStatus()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void callsAreListedByStatusAndDeletedWhenTheyAreOver() {
        phone(OnCall.BUSY);
        String sid = toTheEnd(calling(PHONE).create(SCENE.sdk())).getSid();

        assertThat(Call.reader().setStatus(Call.Status.BUSY).read(SCENE.sdk()))
                .extracting(Call::getSid)
                .containsExactly(sid);
        assertThat(Call.reader().setStatus(Call.Status.COMPLETED).read(SCENE.sdk()))
                .isEmpty();
        assertThat(Call.deleter(sid).delete(SCENE.sdk())).isTrue();
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> fetch(sid));
    }

    @Test
    void whatCannotBeCalledIsRefusedWithTheDocumentedCode() {
        refuses(21211, calling("+12"));
        refuses(21210, Call.creator(new PhoneNumber(PHONE), new PhoneNumber(STAFF_LINE), new Twiml(HELLO)));
        SCENE.carrier().fault(Fault.next(FaultKind.RATE_LIMIT));
        refuses(20429, calling(PHONE));
    }

    @Test
    void anApplicationThatFailsIsAnApplicationErrorAndEndsTheCall() {
        phone(OnCall.ANSWER);
        SCENE.application().answers("no document");

        assertThat(toTheEnd(calling(PHONE).create(SCENE.sdk())).getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(SCENE.carrier().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(12100));
    }

    private static void phone(OnCall behaviour) {
        SCENE.carrier().addPhone(Phone.reporter(PHONE, PHONE).onCall(behaviour));
    }

    private static CallCreator calling(String to) {
        return Call.creator(
                new PhoneNumber(to),
                new PhoneNumber(HOTLINE),
                java.net.URI.create(SCENE.application().url(VOICE)));
    }

    private static Call fetch(String sid) {
        return Call.fetcher(sid).fetch(SCENE.sdk());
    }

    private static Call toTheEnd(Call call) {
        await().until(() -> fetch(call.getSid()).getEndTime() != null);
        return fetch(call.getSid());
    }

    private static boolean isSigned(Asked request) {
        return new RequestValidator(SCENE.customer().authToken())
                .validate(request.url(), request.form(), request.header("X-Twilio-Signature"));
    }

    private static void refuses(int code, CallCreator call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> call.create(SCENE.sdk()))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(code));
    }
}
