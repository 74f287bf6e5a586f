package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;

import com.twilio.exception.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.local.carrier.scene.Scene;

/** What the carrier answers by itself, and what it blocks. */
class KeywordsTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", "stop", " Stop ", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
    void aNumberThatSaidStopIsAnsweredWith21610(String word) {
        says(word);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> SCENE.send(PHONE, "Salom"))
                .satisfies(refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(21610);
                    assertThat(refusal.getStatusCode()).isEqualTo(400);
                });
        assertThat(SCENE.received(PHONE))
                .singleElement()
                .satisfies(text -> assertThat(text.text()).startsWith("You have successfully been unsubscribed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP please", "stop.", "don't stop", "СТОП", "stop stop"})
    void stopCountsOnlyAsTheWholeText(String text) {
        says(text);

        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "YES", "UNSTOP"})
    void startUndoesStop(String word) {
        says("STOP");
        says(word);

        assertThat(SCENE.received(PHONE).getLast().text()).startsWith("You have successfully been re-subscribed");
        assertThat(SCENE.sendToTheEnd(PHONE, "Salom").getErrorCode()).isNull();
    }

    @Test
    void onlyThePairOfLineAndPhoneIsBlocked() {
        says("STOP");

        assertThat(SCENE.sendToTheEnd(OTHER_PHONE, "Salom").getErrorCode()).isNull();
    }

    @Test
    void yesFromSomebodyWhoNeverSaidStopIsAnOrdinaryText() {
        says("YES");

        assertThat(SCENE.received(PHONE)).isEmpty();
    }

    @Test
    void helpIsAnsweredByTheCarrierItself() {
        says("help");

        assertThat(SCENE.received(PHONE))
                .singleElement()
                .satisfies(text -> assertThat(text.text()).startsWith("Reply STOP to unsubscribe"));
    }

    @Test
    void helpIsNotAnsweredWhileThePhoneIsBlocked() {
        says("STOP");
        says("INFO");

        assertThat(SCENE.received(PHONE)).hasSize(1);
    }

    @Test
    void theApplicationIsToldOfEveryKeywordAndOfTextsFromABlockedPhone() {
        says("STOP");
        says("I am still here");

        assertThat(SCENE.application().await(SMS, 2))
                .extracting(request -> request.field("Body"))
                .containsExactlyInAnyOrder("STOP", "I am still here");
    }

    @Test
    void noOptOutTypeComesWithTextsToALineThatStandsAlone() {
        says("STOP");

        assertThat(SCENE.application().await(SMS, 1).getFirst().form()).doesNotContainKey("OptOutType");
    }

    @Test
    void theAnswerStandsBelowTheWordThatBroughtIt() {
        says("STOP");

        assertThat(SCENE.carrier().texts(PHONE))
                .hasSize(2)
                .first()
                .satisfies(text -> assertThat(text.text()).isEqualTo("STOP"));
    }

    private static void says(String text) {
        SCENE.carrier().text(PHONE, HOTLINE, text);
    }
}
