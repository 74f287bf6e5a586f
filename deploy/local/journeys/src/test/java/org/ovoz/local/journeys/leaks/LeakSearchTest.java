package org.ovoz.local.journeys.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {
    private static final String WORD = "pasportim doʻkonda";
    private final LeakSearch search = new LeakSearch(Map.of("sentence", WORD));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void aWordIsFoundInBase64WhereverItStands(String before) {
        byte[] text = (before + WORD + "xyz").getBytes(StandardCharsets.UTF_8);
        assertThat(search.in("here", Base64.getEncoder().encode(text))).isNotEmpty();
        assertThat(search.in("here", Base64.getUrlEncoder().encode(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aWordIsFoundInEveryCharset(String charset) {
        assertThat(search.in("here", ("a " + WORD + " b").getBytes(Charset.forName(charset))))
                .isNotEmpty();
    }

    @Test
    void aWordIsFoundAsHexAndAsJson() {
        String hex = "00" + HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8));
        assertThat(search.in("here", hex.getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("sentence as hex in here");
        assertThat(search.in("there", "pasportim do\\u02bbkonda".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("sentence as JSON in there");
    }

    @Test
    void anotherWordIsNotFound() {
        assertThat(search.in("here", "pasportim uyda".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
