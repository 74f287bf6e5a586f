package org.ovoz.local.carrier.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void aTextOfTheGsmAlphabetHas160UnitsToItselfAnd153WhenThereAreSeveral() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments("GSM-7", 1, 160, 160));
        assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments("GSM-7", 2, 161, 153));
        assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
    }

    @Test
    void anyOtherTextHas70UnitsToItselfAnd67WhenThereAreSeveral() {
        assertThat(Segments.of("я".repeat(70))).isEqualTo(new Segments("UCS-2", 1, 70, 70));
        assertThat(Segments.of("я".repeat(71))).isEqualTo(new Segments("UCS-2", 2, 71, 67));
        assertThat(Segments.of("я".repeat(134)).count()).isEqualTo(2);
        assertThat(Segments.of("я".repeat(135)).count()).isEqualTo(3);
    }

    @Test
    void oneLetterOutsideTheGsmAlphabetMakesTheWholeTextUcs2() {
        assertThat(Segments.of("Yordam kerak").encoding()).isEqualTo("GSM-7");
        assertThat(Segments.of("Meni qoʻyib yuborishmayapti").encoding()).isEqualTo("UCS-2");
        assertThat(Segments.of("도와주세요").encoding()).isEqualTo("UCS-2");
    }

    @Test
    void extensionCharactersCountTwo() {
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(80) + "a").count()).isEqualTo(2);
    }

    @Test
    void noCharacterIsCutInTwoAtTheEndOfASegment() {
        assertThat(Segments.of("€".repeat(153)).count()).as("76 fit into 153").isEqualTo(3);
        assertThat(Segments.of("🙏".repeat(67)).count()).as("33 fit into 67").isEqualTo(3);
    }

    @Test
    void anEmojiCountsTwoUnits() {
        assertThat(Segments.of("🙏")).isEqualTo(new Segments("UCS-2", 1, 2, 70));
    }
}
