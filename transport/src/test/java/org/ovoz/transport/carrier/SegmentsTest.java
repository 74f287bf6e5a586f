package org.ovoz.transport.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ovoz.transport.carrier.Segments.Encoding;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void latinLettersTake160ThenEach153(int letters, int parts) {
        assertThat(Segments.of("a".repeat(letters))).isEqualTo(new Segments(Encoding.GSM_7, letters, parts));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3"})
    void cyrillicTakes70ThenEach67(int letters, int parts) {
        assertThat(Segments.of("я".repeat(letters))).isEqualTo(new Segments(Encoding.UCS_2, letters, parts));
    }

    @Test
    void oneUzbekLetterTurnsTheWholeTextIntoUcs2() {
        assertThat(Segments.of("Oʻzbek").encoding()).isEqualTo(Encoding.UCS_2);
    }

    @Test
    void bracketsAndEuroTakeTwo() {
        assertThat(Segments.of("[€]")).isEqualTo(new Segments(Encoding.GSM_7, 6, 1));
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(81)).count()).isEqualTo(2);
    }

    @Test
    void aCharacterOfTwoUnitsIsNotTornApart() {
        assertThat(Segments.of("€".repeat(153)).count()).isEqualTo(3);
        assertThat(Segments.of("😀".repeat(35)).count()).isEqualTo(1);
        assertThat(Segments.of("😀".repeat(67)).count()).isEqualTo(3);
    }

    @Test
    void greekCapitalsAndNewLinesAreGsm() {
        assertThat(Segments.of("ΔΦΓ\r\n@ñ").encoding()).isEqualTo(Encoding.GSM_7);
    }
}
