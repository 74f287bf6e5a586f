package org.ovoz.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

    @ParameterizedTest
    @CsvSource({
        "1, TEXT_ME", "' 1\n', TEXT_ME", "\uff11, TEXT_ME", "STOP, STOP", "stop, STOP", "StopAll, STOP",
        "unsubscribe, STOP", "END, STOP", "cancel, STOP", "QUIT, STOP", "optout, STOP", "revoke, STOP",
        "HELP, HELP", "info, HELP"
    })
    void aWordAloneCounts(String text, Keyword keyword) {
        assertThat(Keyword.of(text)).contains(keyword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.", "1 1", "one", "STOP.", "please stop", "help me", "\u0661"})
    void aWordInCompanyDoesNot(String text) {
        assertThat(Keyword.of(text)).isEmpty();
    }
}
