package org.ovoz.intake.delivery.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.contact.SafeContact;

class WaitRuleTest {

    /** A Thursday. */
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static final Instant SIX = Instant.parse("2026-11-26T18:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-26T19:00:00Z");
    private static final Instant FRIDAY_SIX = Instant.parse("2026-11-27T18:00:00Z");
    private static final SafeContact EVENINGS = reachable(4, 5);
    private static final Wait WAIT = new Wait(NOON, NOON.plus(Duration.ofHours(48)));
    private static final Turn GO = new Turn.Go(new GateDecision.LetOut());

    @Test
    void withoutAWaitItGoesNowOrNotAtAll() {
        assertThat(WaitRule.decide(EVENINGS, null, SIX)).isEqualTo(GO);
        assertThat(WaitRule.decide(EVENINGS, null, NOON)).isEqualTo(never(ReplyRefusal.OUTSIDE_SAFE_WINDOW));
    }

    @Test
    void itWaitsForTheNextSafeHour() {
        assertThat(WaitRule.decide(EVENINGS, WAIT, NOON)).isEqualTo(new Turn.Later(SIX));
        assertThat(WaitRule.decide(EVENINGS, WAIT, SIX)).isEqualTo(GO);
    }

    @Test
    void whatMissedItsHourWaitsForTheNextOne() {
        assertThat(WaitRule.decide(EVENINGS, WAIT, SEVEN)).isEqualTo(new Turn.Later(FRIDAY_SIX));
    }

    @Test
    void itDoesNotGoBeforeItIsWantedEvenIfItIsSafe() {
        Wait halfPast = new Wait(SIX.plus(Duration.ofMinutes(30)), WAIT.expiresAt());
        assertThat(WaitRule.decide(EVENINGS, halfPast, SIX)).isEqualTo(new Turn.Later(halfPast.notBefore()));
        assertThat(WaitRule.decide(EVENINGS, new Wait(SEVEN, WAIT.expiresAt()), SIX))
                .isEqualTo(new Turn.Later(FRIDAY_SIX));
    }

    @Test
    void whereTheHoursAreNotLimitedItWaitsForItsTimeAlone() {
        SafeContact anyTime = SafeContact.UNKNOWN.withTerms(new ContactTerms(TextsAllowed.ALLOWED, false, false, null));
        assertThat(WaitRule.decide(anyTime, new Wait(SEVEN, WAIT.expiresAt()), NOON))
                .isEqualTo(new Turn.Later(SEVEN));
    }

    @Test
    void itWaitsForTwoDaysAtMost() {
        assertThat(WaitRule.decide(reachable(1), WAIT, NOON)).isEqualTo(never(ReplyRefusal.WINDOW_TOO_FAR));
        assertThat(WaitRule.decide(EVENINGS, WAIT, WAIT.expiresAt())).isEqualTo(never(ReplyRefusal.WAITED_TOO_LONG));
        assertThat(WaitRule.decide(
                        EVENINGS, new Wait(SIX, SIX.plus(Duration.ofMinutes(1))), SIX.plus(Duration.ofMinutes(1))))
                .isEqualTo(never(ReplyRefusal.WAITED_TOO_LONG));
    }

    @Test
    void aNoEndsTheWaitingWithoutLookingAtTheHour() {
        assertThat(WaitRule.decide(EVENINGS.withPhone(TextsAllowed.REFUSED), WAIT, NOON))
                .isEqualTo(never(ReplyRefusal.CONTACT_REFUSED));
        SafeContact erased = new SafeContact(TextsAllowed.ALLOWED, true, EVENINGS.terms());
        assertThat(WaitRule.decide(erased, WAIT, NOON)).isEqualTo(never(ReplyRefusal.CONTACT_ERASED));
    }

    /** From six to seven in the evening. */
    private static SafeContact reachable(Integer... days) {
        List<SafeSpan> spans = List.of(days).stream()
                .map(day -> new SafeSpan(day, LocalTime.of(18, 0), LocalTime.of(19, 0)))
                .toList();
        return SafeContact.UNKNOWN.withTerms(
                new ContactTerms(TextsAllowed.ALLOWED, false, false, new SafeHours(ZoneId.of("UTC"), spans)));
    }

    private static Turn never(ReplyRefusal reason) {
        return new Turn.Never(reason);
    }
}
