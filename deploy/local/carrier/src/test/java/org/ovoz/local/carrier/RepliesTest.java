package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.scene.Application.Reply;
import org.ovoz.local.carrier.scene.Scene;
import org.ovoz.local.carrier.webhooks.CarrierError;

/** The application answers a text with a document. */
class RepliesTest {
    private static final String FALLBACK = "/twilio/fallback";

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void anEmptyDocumentAndAnEmptyAnswerSayNothing() {
        texts();
        SCENE.application().answers(request -> Reply.status(204));
        texts();

        SCENE.application().await(SMS, 2);
        await().until(() -> SCENE.carrier().texts(PHONE).stream()
                .allMatch(text -> text.status().equals("delivered")));
        assertThat(SCENE.received(PHONE)).isEmpty();
        assertThat(SCENE.carrier().errors()).isEmpty();
    }

    @Test
    void aMessageInTheDocumentIsSentToTheSenderOrToWhomItNames() {
        SCENE.application()
                .answers("<Response><Message>One</Message><Message to=\"" + OTHER_PHONE
                        + "\"><Body>Two</Body></Message></Response>");

        texts();

        assertThat(SCENE.awaitTexts(PHONE, 1).getFirst().text()).isEqualTo("One");
        assertThat(SCENE.awaitTexts(OTHER_PHONE, 1).getFirst().text()).isEqualTo("Two");
    }

    @Test
    void aRedirectIsFollowedAndOneWithoutEndGivenUp() {
        SCENE.application()
                .answers(request -> request.path().equals(SMS)
                        ? Reply.twiml("<Response><Redirect>../next</Redirect></Response>")
                        : Reply.twiml("<Response><Message>There</Message></Response>"));
        texts();
        assertThat(SCENE.awaitTexts(PHONE, 1).getFirst().text()).isEqualTo("There");

        SCENE.application().answers("<Response><Redirect>sms</Redirect></Response>");
        texts();
        await().until(() -> !SCENE.carrier().errors().isEmpty());
        assertThat(SCENE.carrier().errors()).extracting(CarrierError::detail).containsExactly("Too many redirects");
    }

    @Test
    void aDocumentThatCannotBeReadIs12100AndTheFallbackIsAsked() {
        SCENE.carrier()
                .configure(
                        SCENE.hotline().withSmsFallbackUrl(SCENE.application().url(FALLBACK)));
        SCENE.application().answers(request -> request.path().equals(SMS) ? Reply.twiml("<Response>") : Reply.EMPTY);

        texts();

        assertThat(SCENE.application().await(FALLBACK, 1).getFirst().field("ErrorCode"))
                .isEqualTo("12100");
        assertThat(SCENE.carrier().errors()).extracting(CarrierError::code).containsExactly(12100);
    }

    @Test
    void anAnswerOfAnotherTypeIs12300() {
        SCENE.application().answers(request -> new Reply(200, "application/json", "{}"));

        texts();

        await().until(() -> !SCENE.carrier().errors().isEmpty());
        assertThat(SCENE.carrier().errors()).extracting(CarrierError::code).containsExactly(12300);
    }

    @Test
    void aDocumentThatDrawsInAFileOfThisMachineIsNotRead() {
        SCENE.application()
                .answers("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<Response><Message>&e;</Message></Response>");

        texts();

        await().until(() -> !SCENE.carrier().errors().isEmpty());
        assertThat(SCENE.carrier().errors()).extracting(CarrierError::code).containsExactly(12100);
    }

    private static void texts() {
        SCENE.carrier().text(PHONE, HOTLINE, "Salom");
    }
}
