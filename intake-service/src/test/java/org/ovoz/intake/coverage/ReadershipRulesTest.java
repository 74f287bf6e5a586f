package org.ovoz.intake.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.coverage.LanguageCoverage;

class ReadershipRulesTest {

    private static final Instant SAID = Instant.parse("2026-11-25T20:00:00Z");
    private static final Instant SIX = Instant.parse("2026-11-26T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void whoReadsNowReadsUntilTheEndThatWasSaid() {
        LanguageCoverage said = said(true, null, SIX);
        assertThat(at(SAID, said)).isEqualTo(new Readership.Now(SIX));
        assertThat(at(SIX.minusMillis(1), said)).isEqualTo(new Readership.Now(SIX));
        assertThat(at(SIX, said)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void anEndThatIsNotKnownIsNotInvented() {
        assertThat(at(NOON, said(true, null, null))).isEqualTo(new Readership.Now(null));
    }

    @Test
    void whetherWhoReadsNextCameIsNotKnownUntilTheDeskSaysSo() {
        LanguageCoverage said = said(false, SIX, NOON);
        assertThat(at(SAID, said)).isEqualTo(new Readership.Next(SIX));
        assertThat(at(SIX.minusMillis(1), said)).isEqualTo(new Readership.Next(SIX));
        assertThat(at(SIX, said)).isEqualTo(new Readership.Unknown());
        assertThat(at(NOON, said)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void whereNobodyIsPlannedNothingIsPromised() {
        assertThat(at(SAID, said(false, null, null))).isEqualTo(new Readership.Unknown());
    }

    @Test
    void aStatementIsBelievedForTwoDays() {
        LanguageCoverage said = said(true, null, null);
        Instant last = SAID.plus(Duration.ofDays(2));
        assertThat(at(last, said)).isEqualTo(new Readership.Now(null));
        assertThat(at(last.plusMillis(1), said)).isEqualTo(new Readership.Unknown());
    }

    private static Readership at(Instant now, LanguageCoverage said) {
        return ReadershipRules.at(now, said, Duration.ofDays(2));
    }

    private static LanguageCoverage said(boolean readNow, @Nullable Instant nextFrom, @Nullable Instant until) {
        return new LanguageCoverage(new LanguageTag("tg"), readNow, nextFrom, until, SAID);
    }
}
