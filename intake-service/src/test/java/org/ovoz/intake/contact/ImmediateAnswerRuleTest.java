package org.ovoz.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.LanguageTag;

class ImmediateAnswerRuleTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Instant RECEIVED = Instant.parse("2026-11-24T01:00:00Z");
    private static final LanguageTag RUSSIAN = new LanguageTag("ru");

    @Test
    void itGoesWithinAMinute() {
        assertThat(allows(true, RUSSIAN, Duration.ZERO)).isTrue();
        assertThat(allows(true, RUSSIAN, MINUTE)).isTrue();
    }

    @Test
    void itDoesNotGoLater() {
        assertThat(allows(true, RUSSIAN, MINUTE.plusMillis(1))).isFalse();
    }

    @Test
    void itDoesNotGoInALanguageThatIsAGuess() {
        assertThat(allows(true, LanguageTag.UNDETERMINED, Duration.ZERO)).isFalse();
    }

    @Test
    void itDoesNotGoUnlessTheLineHasItOn() {
        assertThat(allows(false, RUSSIAN, Duration.ZERO)).isFalse();
    }

    private static boolean allows(boolean on, LanguageTag language, Duration later) {
        return new ImmediateAnswerRule(on, MINUTE)
                .allows(new ImmediateAnswerRule.Moment(language, RECEIVED, RECEIVED.plus(later)));
    }
}
