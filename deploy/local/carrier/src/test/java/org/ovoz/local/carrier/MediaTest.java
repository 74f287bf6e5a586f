package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.message.Media;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.media.Enclosure;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Scene;

/** What comes with a text, from the webhook to its deletion. */
class MediaTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aTextTellsWhatCameWithItAndWhere() {
        Asked asked = sent("image/jpeg", "a picture");
        assertThat(asked.form())
                .containsEntry("NumMedia", "1")
                .containsEntry("MediaContentType0", "image/jpeg")
                .hasEntrySatisfying("MessageSid", sid -> assertThat(sid).startsWith("MM"))
                .hasEntrySatisfying(
                        "MediaUrl0",
                        url -> assertThat(url)
                                .startsWith(SCENE.carrier().url() + "/2010-04-01/Accounts/"
                                        + SCENE.customer().sid() + "/Messages/"
                                        + asked.form().get("MessageSid") + "/Media/ME"));
    }

    @Test
    void itsContentIsPointedToWithThePasswordAndGivenWithoutIt() {
        String url = sent("image/jpeg", "a picture").form().get("MediaUrl0");
        assertThat(SCENE.control().get(url).statusCode()).isEqualTo(401);
        var pointed = SCENE.control().get(url, "Authorization", credentials());
        assertThat(pointed.statusCode()).isEqualTo(307);
        var content =
                SCENE.control().get(pointed.headers().firstValue("Location").orElseThrow());
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(content.body()).isEqualTo("a picture");
    }

    /** An application that knows the carrier as localhost follows it to localhost alone. */
    @Test
    void theAddressThatItPointsToIsOfTheHostThatWasAsked() {
        String url = sent("image/jpeg", "a picture").form().get("MediaUrl0");
        for (String host : List.of("127.0.0.1", "localhost")) {
            var pointed = SCENE.control().get(url.replace("127.0.0.1", host), "Authorization", credentials());
            assertThat(pointed.headers().firstValue("Location").orElseThrow()).startsWith("http://" + host + ":");
        }
    }

    @Test
    void theSdkListsFetchesAndDeletesIt() {
        Asked asked = sent("audio/amr", "a sound");
        String message = asked.form().get("MessageSid");
        Media listed = StreamSupport.stream(
                        Media.reader(message).read(SCENE.sdk()).spliterator(), false)
                .findFirst()
                .orElseThrow();
        assertThat(Media.fetcher(message, listed.getSid()).fetch(SCENE.sdk()).getContentType())
                .isEqualTo("audio/amr");
        assertThat(Media.deleter(message, listed.getSid()).delete(SCENE.sdk())).isTrue();
        assertThat(SCENE.carrier().mediaOf(message)).isEmpty();
        Assertions.assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Media.fetcher(message, listed.getSid()).fetch(SCENE.sdk()))
                .satisfies(gone -> assertThat(gone.getStatusCode()).isEqualTo(404));
        assertThat(SCENE.fetch(message).getNumMedia()).isEqualTo("1");
    }

    @Test
    void itMayBeMissingOrNotBeGiven() {
        String url = sent("image/jpeg", "a picture").form().get("MediaUrl0");
        SCENE.carrier().fault(Fault.next(FaultKind.MEDIA_ERROR).to(PHONE));
        SCENE.carrier().fault(Fault.next(FaultKind.MEDIA_MISSING).to(PHONE));
        assertThat(SCENE.control().get(url, "Authorization", credentials()).statusCode())
                .isEqualTo(503);
        assertThat(SCENE.control().get(url, "Authorization", credentials()).statusCode())
                .isEqualTo(404);
        assertThat(SCENE.control().get(url, "Authorization", credentials()).statusCode())
                .isEqualTo(307);
    }

    @Test
    void aPhoneSendsItByTheControlApiAlsoWithoutAWord() {
        String data = Base64.getEncoder().encodeToString("a picture".getBytes(StandardCharsets.UTF_8));
        JsonObject text = new JsonObject()
                .put("to", HOTLINE)
                .put(
                        "media",
                        new JsonArray()
                                .add(new JsonObject().put("type", "image/png").put("data", data)));
        assertThat(SCENE.control()
                        .post("/control/phones/" + PHONE + "/texts", text)
                        .statusCode())
                .isEqualTo(201);
        assertThat(SCENE.application().await(SMS, 1).getFirst().form())
                .containsEntry("Body", "")
                .containsEntry("MediaContentType0", "image/png");
        assertThat(SCENE.carrier().texts(PHONE)).extracting(PhoneText::media).containsExactly(1);
        assertThat(SCENE.control()
                        .post("/control/phones/" + PHONE + "/texts", new JsonObject().put("to", HOTLINE))
                        .statusCode())
                .isEqualTo(400);
    }

    private static Asked sent(String type, String content) {
        SCENE.carrier().text(PHONE, HOTLINE, "Mana", new Enclosure(type, content.getBytes(StandardCharsets.UTF_8)));
        return SCENE.application().await(SMS, 1).getFirst();
    }

    private static String credentials() {
        String pair = SCENE.customer().sid() + ":" + SCENE.customer().authToken();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
