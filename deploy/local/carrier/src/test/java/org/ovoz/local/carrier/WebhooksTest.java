package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.NOBODY;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;
import static org.ovoz.local.carrier.scene.Scene.STATUS;

import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.scene.Application.Reply;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Scene;

/** What the carrier asks the application, and how hard it tries. */
class WebhooksTest {
    private static final String FALLBACK = "/twilio/fallback";

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void aTextCarriesTheDocumentedFields() {
        String sid = SCENE.carrier().text(PHONE, HOTLINE, "Yordam kerak, qoʻrqyapman");

        Asked request = SCENE.application().await(SMS, 1).getFirst();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.form())
                .containsEntry("MessageSid", sid)
                .containsEntry("SmsMessageSid", sid)
                .containsEntry("AccountSid", SCENE.customer().sid())
                .containsEntry("From", PHONE)
                .containsEntry("To", HOTLINE)
                .containsEntry("Body", "Yordam kerak, qoʻrqyapman")
                .containsEntry("NumMedia", "0")
                .containsEntry("NumSegments", "1")
                .containsEntry("SmsStatus", "received")
                .containsKeys("FromCountry", "FromCity", "FromState", "FromZip", "ToCountry", "ApiVersion");
    }

    @Test
    void theSdksValidatorAcceptsTextsAndStatusCallbacks() {
        SCENE.carrier().text(PHONE, HOTLINE, "Паспортимни олиб қўйишди & qoʻ=ymayapti+🙏");
        SCENE.text(PHONE, "Salom")
                .setStatusCallback(SCENE.application().url(STATUS + "?alert=7"))
                .create(SCENE.sdk());

        RequestValidator validator = new RequestValidator(SCENE.customer().authToken());
        assertThat(SCENE.application().await(SMS, 1)).allMatch(request -> accepts(validator, request));
        assertThat(SCENE.application().await(STATUS, 2)).allMatch(request -> accepts(validator, request));
        assertThat(SCENE.application().asked()).noneMatch(request -> accepts(new RequestValidator("other"), request));
    }

    @Test
    void aFateIsToldStepByStepButNotItsFirst() {
        SCENE.text(PHONE, "Salom")
                .setStatusCallback(SCENE.application().url(STATUS))
                .create(SCENE.sdk());

        assertThat(SCENE.application().await(STATUS, 2))
                .extracting(WebhooksTest::status)
                .containsExactly("sent", "delivered");
    }

    @Test
    void aFateIsToldInOrderHoweverSlowTheApplicationIs() {
        CountDownLatch delivered = new CountDownLatch(1);
        SCENE.application().answers(request -> {
            awaitUnlessAlone(request, delivered);
            return Reply.EMPTY;
        });

        String sid = SCENE.text(PHONE, "Salom")
                .setStatusCallback(SCENE.application().url(STATUS))
                .create(SCENE.sdk())
                .getSid();
        await().until(() -> SCENE.fetch(sid).getStatus().toString().equals("delivered"));
        assertThat(SCENE.application().asked(STATUS))
                .extracting(WebhooksTest::status)
                .containsExactly("sent");
        delivered.countDown();

        assertThat(SCENE.application().await(STATUS, 2))
                .extracting(WebhooksTest::status)
                .containsExactly("sent", "delivered");
    }

    @Test
    void aFateThatIsAFailureCarriesItsCode() {
        SCENE.text(NOBODY, "Salom")
                .setStatusCallback(SCENE.application().url(STATUS))
                .create(SCENE.sdk());

        assertThat(SCENE.application().await(STATUS, 2).getLast().form())
                .containsEntry("MessageStatus", "undelivered")
                .containsEntry("ErrorCode", "30005");
    }

    @Test
    void aLinesOwnStatusUrlIsUsedWhenTheRequestNamesNone() {
        SCENE.carrier()
                .configure(SCENE.hotline().withStatusUrl(SCENE.application().url(STATUS)));

        SCENE.send(PHONE, "Salom");

        assertThat(SCENE.application().await(STATUS, 2)).hasSize(2);
    }

    @Test
    void anErrorOfTheApplicationIsLoggedAndDroppedByDefault() {
        SCENE.application().answers(request -> Reply.status(500));

        SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        await().until(() -> SCENE.carrier().errors().size() == 1);
        assertThat(SCENE.carrier().errors().getFirst().code()).isEqualTo(11200);
        assertThat(SCENE.application().asked(SMS)).hasSize(1);
        awaitFate("failed");
    }

    @Test
    void connectionOverridesRetryWhatTheyNameWithOneIdempotencyToken() {
        SCENE.application().answers(request -> Reply.status(503));
        SCENE.carrier().configure(SCENE.hotline().withSmsUrl(SCENE.application().url(SMS + "#rc=3&rp=5xx,ct,rt")));

        SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        await().until(() -> SCENE.carrier().errors().size() == 1);
        List<Asked> attempts = SCENE.application().asked(SMS);
        assertThat(attempts).hasSize(4);
        assertThat(attempts)
                .extracting(request -> request.header("I-Twilio-Idempotency-Token"))
                .doesNotContain("")
                .containsOnly(attempts.getFirst().header("I-Twilio-Idempotency-Token"));
        assertThat(attempts)
                .allMatch(one -> accepts(new RequestValidator(SCENE.customer().authToken()), one));
    }

    @Test
    void aRetryThatSucceedsEndsTheMatter() {
        SCENE.application()
                .answers(request -> SCENE.application().asked(SMS).size() == 1 ? Reply.status(500) : Reply.EMPTY);
        SCENE.carrier().configure(SCENE.hotline().withSmsUrl(SCENE.application().url(SMS + "#rc=3&rp=5xx")));

        SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        awaitFate("delivered");
        assertThat(SCENE.application().asked(SMS)).hasSize(2);
        assertThat(SCENE.carrier().errors()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAskedForAgainOnlyWhenTheOverridesSaySo() {
        CountDownLatch never = new CountDownLatch(1);
        SCENE.application().answers(request -> {
            awaitQuietly(never);
            return Reply.EMPTY;
        });
        SCENE.carrier().configure(SCENE.hotline().withSmsUrl(SCENE.application().url(SMS + "#rt=100")));
        SCENE.carrier().text(PHONE, HOTLINE, "once");
        await().until(() -> SCENE.carrier().errors().size() == 1);
        SCENE.carrier().configure(SCENE.hotline().withSmsUrl(SCENE.application().url(SMS + "#rt=100&rc=2&rp=rt")));
        SCENE.carrier().text(PHONE, HOTLINE, "thrice");
        await().until(() -> SCENE.carrier().errors().size() == 2);
        never.countDown();

        assertThat(SCENE.application().asked(SMS))
                .extracting(request -> request.field("Body"))
                .containsExactly("once", "thrice", "thrice", "thrice");
    }

    @Test
    void anApplicationThatIsNotThereIsLoggedAndTheFallbackIsToldWhy() {
        String nowhere = "http://127.0.0.1:" + aPortThatNobodyHas() + SMS;
        SCENE.carrier()
                .configure(SCENE.hotline()
                        .withSmsUrl(nowhere)
                        .withSmsFallbackUrl(SCENE.application().url(FALLBACK)));

        SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        assertThat(SCENE.application().await(FALLBACK, 1).getFirst().form())
                .containsEntry("Body", "Salom")
                .containsEntry("ErrorCode", "11200")
                .containsEntry("ErrorUrl", nowhere);
        awaitFate("delivered");
        assertThat(SCENE.carrier().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).isEqualTo("no connection"));
    }

    @Test
    void aUrlThatIsNoneIsAnErrorAndNothingWorse() {
        SCENE.carrier().configure(SCENE.hotline().withSmsUrl("not a url"));

        SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        awaitFate("failed");
        assertThat(SCENE.carrier().errors()).hasSize(1);
    }

    private static void awaitFate(String status) {
        await().until(() -> SCENE.carrier().texts(PHONE).stream()
                .filter(text -> text.direction() == PhoneText.Direction.SENT)
                .allMatch(text -> text.status().equals(status)));
    }

    private static String status(Asked request) {
        return request.field("MessageStatus");
    }

    private static boolean accepts(RequestValidator validator, Asked request) {
        return validator.validate(request.url(), request.form(), request.header("X-Twilio-Signature"));
    }

    private static void awaitUnlessAlone(Asked request, CountDownLatch latch) {
        if (status(request).equals("sent")) {
            awaitQuietly(latch);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int aPortThatNobodyHas() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
