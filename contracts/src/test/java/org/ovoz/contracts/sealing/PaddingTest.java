package org.ovoz.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {

    @ParameterizedTest
    @CsvSource({"0, 2048", "1, 2048", "2048, 2048", "2049, 2176", "9999, 10240", "1000001, 1015808"})
    void theSizeIsTwoKibibytesThenPadme(int length, int size) {
        assertThat(Padding.size(length)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {2049, 3000, 5000, 70_000, 1_234_567, 20_000_000})
    void padmeCostsAtMostTwelvePercentAndNeverCuts(int length) {
        assertThat(Padding.size(length)).isBetween(length, (int) (length * 1.12) + 1);
    }
}
