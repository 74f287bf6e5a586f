package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Recording;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.scene.Application.Reply;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Control;
import org.ovoz.local.carrier.scene.Scene;

/** Somebody dials the hotline. */
class CallersTest {
    private static final String VOICE = "/twilio/voice";
    private static final String NEXT = "/twilio/voice/next";
    private static final String RECORDED = "/twilio/voice/recorded";

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @BeforeEach
    void theHotlineTakesCalls() {
        SCENE.carrier()
                .configure(SCENE.hotline().withVoiceUrl(SCENE.application().url(VOICE)));
    }

    @Test
    void keysThatArePressedAreToldToTheAction() {
        SCENE.application()
                .answers(request -> request.path().equals(VOICE)
                        ? Reply.twiml("<Response><Gather numDigits=\"2\" action=\"voice/next\" timeout=\"60\">"
                                + "<Say>Two keys</Say></Gather></Response>")
                        : Reply.twiml("<Response><Hangup/></Response>"));
        String call = dial(PHONE, false);
        await().until(() -> state(PHONE).getString("listening").equals("digits"));

        press(PHONE, call, "47");

        Asked action = SCENE.application().await(NEXT, 1).getFirst();
        assertThat(action.form()).containsEntry("Digits", "47").containsEntry("CallSid", call);
        await().until(() -> state(PHONE).getString("status").equals("completed"));
    }

    @Test
    void whoHangsUpAtTheKeysIsHeardNoMore() {
        SCENE.application()
                .answers("<Response><Gather numDigits=\"1\" action=\"voice/next\" timeout=\"600\"/></Response>");
        String call = dial(PHONE, false);
        await().until(() -> state(PHONE).getString("listening").equals("digits"));

        act(PHONE, call, "hangup", new JsonObject());

        assertThat(state(PHONE).getString("status")).isEqualTo("completed");
        assertThat(SCENE.application().asked(NEXT)).isEmpty();
    }

    @Test
    void aRecordingIsToldFetchedAndDeleted() {
        SCENE.application()
                .answers(request -> request.path().equals(VOICE)
                        ? Reply.twiml("<Response><Record action=\"voice/next\" finishOnKey=\"#\" "
                                + "recordingStatusCallback=\"voice/recorded\"/></Response>")
                        : Reply.EMPTY);
        String call = dial(PHONE, false);
        await().until(() -> state(PHONE).getString("listening").equals("recording"));

        press(PHONE, call, "#");

        String sid = SCENE.application().await(NEXT, 1).getFirst().field("RecordingSid");
        assertThat(SCENE.application().await(RECORDED, 1).getFirst().form())
                .containsEntry("RecordingSid", sid)
                .containsEntry("RecordingStatus", "completed");
        Recording recording = Recording.fetcher(sid).fetch(SCENE.sdk());
        assertThat(recording.getCallSid()).isEqualTo(call);
        assertThat(media(sid).body()).startsWith("RIFF");
        assertThat(Recording.reader().setCallSid(call).read(SCENE.sdk())).hasSize(1);
        assertThat(Recording.deleter(sid).delete(SCENE.sdk())).isTrue();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Recording.fetcher(sid).fetch(SCENE.sdk()));
        assertThat(media(sid).statusCode()).isEqualTo(404);
    }

    @Test
    void aRecordingIsKeptWhenTheCallerHangsUp() {
        SCENE.application().answers("<Response><Record recordingStatusCallback=\"voice/recorded\"/></Response>");
        String call = dial(PHONE, false);
        await().until(() -> state(PHONE).getString("listening").equals("recording"));

        act(PHONE, call, "hangup", new JsonObject());

        assertThat(SCENE.application().await(RECORDED, 1)).hasSize(1);
        assertThat(SCENE.application().asked(VOICE))
                .as("and the action is not asked")
                .hasSize(1);
    }

    @Test
    void aWithheldNumberLooksAsItDoesAtTwilio() {
        dial(PHONE, true);

        Asked request = SCENE.application().await(VOICE, 1).getFirst();
        assertThat(request.field("From")).isEqualTo("+266696687");
        assertThat(request.form().values()).doesNotContain(PHONE);
    }

    @Test
    void aRejectedCallIsBusy() {
        SCENE.application().answers("<Response><Reject reason=\"busy\"/></Response>");

        dial(PHONE, false);

        await().until(() -> state(PHONE).getString("status").equals("busy"));
    }

    @Test
    void theOneWhoHoldsAConferenceEndsItForTheOthers() {
        SCENE.application()
                .answers(request -> Reply.twiml("<Response><Dial><Conference endConferenceOnExit=\""
                        + request.field("From").equals(PHONE) + "\">room</Conference></Dial></Response>"));
        String first = dial(PHONE, false);
        dial(OTHER_PHONE, false);
        await().until(() -> state(PHONE).getString("status").equals("in-progress")
                && state(OTHER_PHONE).getString("status").equals("in-progress"));

        act(PHONE, first, "hangup", new JsonObject());

        await().until(() -> state(OTHER_PHONE).getString("status").equals("completed"));
    }

    @Test
    void numbersThatAreNoneInADocumentDoNoHarm() {
        SCENE.application()
                .answers("<Response><Pause length=\"long\"/><Gather numDigits=\"few\" timeout=\"\"/></Response>");

        dial(PHONE, false);

        await().until(() -> state(PHONE).getString("status").equals("completed"));
    }

    private static String dial(String phone, boolean withheld) {
        var answer = SCENE.control()
                .post(
                        "/control/phones/" + phone + "/calls",
                        new JsonObject().put("to", HOTLINE).put("withheld", withheld));
        assertThat(answer.statusCode()).isEqualTo(201);
        return Control.json(answer).getString("sid");
    }

    private static void press(String phone, String call, String digits) {
        act(phone, call, "digits", new JsonObject().put("digits", digits));
    }

    private static void act(String phone, String call, String action, JsonObject body) {
        String path = "/control/phones/" + phone + "/calls/" + call + "/" + action;
        assertThat(SCENE.control().post(path, body).statusCode()).isEqualTo(204);
    }

    /** The phone's last call as its page sees it. */
    private static JsonObject state(String phone) {
        JsonObject seen = Control.json(SCENE.control().get("/control/phones/" + phone + "?last=1"));
        return seen.getJsonArray("calls").getJsonObject(0);
    }

    private static java.net.http.HttpResponse<String> media(String sid) {
        String credentials = SCENE.customer().sid() + ":" + SCENE.customer().authToken();
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
        String path = "/2010-04-01/Accounts/" + SCENE.customer().sid() + "/Recordings/" + sid + ".wav";
        return SCENE.control().get(path, "Authorization", basic);
    }
}
