package org.ovoz.intake.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Sql;

@IntakeTest
class CoverageTopicTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    Coverage coverage;

    /** One that nobody has said anything of. */
    private final LanguageTag language = new LanguageTag("q" + (char) ('a' + COUNT.getAndIncrement()));

    private final Instant now = MovableClock.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void ofALanguageThatNobodySpokeOfNothingIsKnown() {
        assertThat(coverage.of(language)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void whatTheDeskSaysIsKnownAndKept() {
        Instant later = now.plus(Duration.ofHours(3));
        Bus.sendCoverage(new LanguageCoverage(language, false, later, null, now));
        await(new Readership.Next(later));
        assertThat(Sql.INTAKE.read("SELECT read_now FROM language_coverage WHERE language = ?", language.value()))
                .containsExactly("f");
    }

    @Test
    void aNewerStatementTakesItsPlaceAndAnOlderOneIsPassedOver() {
        Bus.sendCoverage(new LanguageCoverage(language, true, null, null, now));
        await(new Readership.Now(null));
        Bus.sendCoverage(new LanguageCoverage(language, false, null, null, now.minusSeconds(1)));
        Instant later = now.plus(Duration.ofHours(1));
        Bus.sendCoverage(new LanguageCoverage(language, true, null, later, now.plusSeconds(1)));
        await(new Readership.Now(later));
        Bus.sendCoverage(new LanguageCoverage(language, false, null, null, now));
        awaitAllRead();
        assertThat(coverage.of(language)).isEqualTo(new Readership.Now(later));
    }

    @Test
    void itIsKnownAgainFromTheDatabaseAlone() {
        Sql.INTAKE.change(
                "INSERT INTO language_coverage (language, read_now, said_at) VALUES (?, true, ?)",
                language.value(),
                now.atOffset(ZoneOffset.UTC));
        assertThat(coverage.of(language)).isEqualTo(new Readership.Unknown());
        coverage.reload().await().indefinitely();
        assertThat(coverage.of(language)).isEqualTo(new Readership.Now(null));
    }

    @Test
    void aStatementOlderThanTwoDaysSaysNothing() {
        Bus.sendCoverage(new LanguageCoverage(language, true, null, null, now.minus(Duration.ofHours(49))));
        awaitAllRead();
        assertThat(coverage.of(language)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void oneFromTheFutureIsRefusedAndShown() {
        int before = refusals("from-the-future");
        Bus.sendCoverage(new LanguageCoverage(language, true, null, null, now.plus(Duration.ofHours(1))));
        Eventually.so(() -> assertThat(refusals("from-the-future")).isEqualTo(before + 1));
        assertThat(coverage.of(language)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void oneUnderAnotherLanguagesKeyIsRefused() {
        int before = refusals("key-differs");
        Bus.sendCoverage("ru", Json.write(new LanguageCoverage(language, true, null, null, now)));
        Eventually.so(() -> assertThat(refusals("key-differs")).isEqualTo(before + 1));
        assertThat(coverage.of(language)).isEqualTo(new Readership.Unknown());
    }

    @Test
    void whatCannotBeReadIsRefusedAndHoldsUpNothing() {
        int malformed = refusals("malformed");
        int noEvent = refusals("not-a-cloudevent");
        Bus.sendCoverage(language.value(), "{\"language\":\"" + language + "\"}");
        Bus.sendRawCoverage(language.value(), "no event".getBytes(StandardCharsets.UTF_8));
        Bus.sendRawCoverage(language.value(), null);
        Bus.sendCoverage(new LanguageCoverage(language, true, null, null, now));
        await(new Readership.Now(null));
        assertThat(refusals("malformed")).isEqualTo(malformed + 1);
        assertThat(refusals("not-a-cloudevent")).isEqualTo(noEvent + 1);
    }

    private void await(Readership expected) {
        Eventually.so(() -> assertThat(coverage.of(language)).isEqualTo(expected));
    }

    /** One reader takes one record after the other: what is sent last is read last. */
    private void awaitAllRead() {
        LanguageTag last = new LanguageTag("z" + language.value());
        Bus.sendCoverage(new LanguageCoverage(last, true, null, null, now));
        Eventually.so(() -> assertThat(coverage.of(last)).isEqualTo(new Readership.Now(null)));
    }

    private static int refusals(String reason) {
        return Sql.INTAKE
                .read("SELECT 1 FROM coverage_refusal WHERE reason = ?", reason)
                .size();
    }
}
