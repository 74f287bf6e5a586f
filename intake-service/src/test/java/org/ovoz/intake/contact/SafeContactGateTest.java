package org.ovoz.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;
import org.ovoz.contracts.report.ReplyRefusal;

class SafeContactGateTest {

    private static final GateDecision OUT = new GateDecision.LetOut();
    private static final ImmediateAnswerRule ON = new ImmediateAnswerRule(true, Duration.ofSeconds(60));
    private static final Instant RECEIVED = Instant.parse("2026-11-24T01:00:00Z");
    private static final ImmediateAnswerRule.Moment IN_TIME =
            new ImmediateAnswerRule.Moment(new LanguageTag("ru"), RECEIVED, RECEIVED);

    @Test
    void aReplyNeedsAYes() {
        assertThat(SafeContactGate.reply(contact(TextsAllowed.ALLOWED), RECEIVED))
                .isEqualTo(OUT);
        assertThat(SafeContactGate.reply(SafeContact.UNKNOWN, RECEIVED))
                .isEqualTo(refused(ReplyRefusal.CONTACT_NOT_ALLOWED));
        assertThat(SafeContactGate.reply(contact(TextsAllowed.REFUSED), RECEIVED))
                .isEqualTo(refused(ReplyRefusal.CONTACT_REFUSED));
    }

    @ParameterizedTest
    @EnumSource
    void nothingGoesToAnErasedContact(TextsAllowed texts) {
        SafeContact erased = new SafeContact(texts, true);
        assertThat(SafeContactGate.reply(erased, RECEIVED)).isEqualTo(refused(ReplyRefusal.CONTACT_ERASED));
        assertThat(SafeContactGate.neutralAnswer(erased, IN_TIME, ON)).isEqualTo(refused(ReplyRefusal.CONTACT_ERASED));
    }

    @ParameterizedTest
    @EnumSource(names = "REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void theNeutralAnswerNeedsOnlyThatNobodySaidNo(TextsAllowed texts) {
        assertThat(SafeContactGate.neutralAnswer(contact(texts), IN_TIME, ON)).isEqualTo(OUT);
    }

    @Test
    void theNeutralAnswerIsHeldBackAfterANo() {
        assertThat(SafeContactGate.neutralAnswer(contact(TextsAllowed.REFUSED), IN_TIME, ON))
                .isEqualTo(refused(ReplyRefusal.CONTACT_REFUSED));
    }

    @Test
    void theNeutralAnswerIsHeldBackWhereTheLineHasItOff() {
        ImmediateAnswerRule off = new ImmediateAnswerRule(false, Duration.ofSeconds(60));
        assertThat(SafeContactGate.neutralAnswer(SafeContact.UNKNOWN, IN_TIME, off))
                .isEqualTo(refused(ReplyRefusal.CONTACT_NOT_ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, TEXT_ME, ALLOWED", "ALLOWED, TEXT_ME, ALLOWED", "REFUSED, TEXT_ME, REFUSED",
        "UNKNOWN, STOP, REFUSED", "ALLOWED, STOP, REFUSED", "REFUSED, STOP, REFUSED",
        "UNKNOWN, HELP, UNKNOWN", "ALLOWED, HELP, ALLOWED", "REFUSED, HELP, REFUSED"
    })
    void aTextMayTightenAndLoosensOnlyWhatWasNeverRefused(TextsAllowed before, Keyword word, TextsAllowed after) {
        assertThat(contact(before).after(word)).isEqualTo(contact(after));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, UNKNOWN, UNKNOWN", "UNKNOWN, ALLOWED, ALLOWED", "UNKNOWN, REFUSED, REFUSED",
        "ALLOWED, UNKNOWN, ALLOWED", "ALLOWED, ALLOWED, ALLOWED", "ALLOWED, REFUSED, REFUSED",
        "REFUSED, UNKNOWN, REFUSED", "REFUSED, ALLOWED, REFUSED", "REFUSED, REFUSED, REFUSED"
    })
    void whatWasRecordedHoldsUnlessThePhoneRefused(TextsAllowed phone, TextsAllowed recorded, TextsAllowed holds) {
        SafeContact contact = contact(phone).withTerms(new ContactTerms(recorded, false, false, null));
        assertThat(contact.texts()).isEqualTo(holds);
        assertThat(contact.after(Keyword.STOP).texts()).isEqualTo(TextsAllowed.REFUSED);
    }

    @Test
    void aYesFromThePhoneDoesNotLiftARecordedNo() {
        ContactTerms no = new ContactTerms(TextsAllowed.REFUSED, false, false, null);
        assertThat(SafeContact.UNKNOWN.withTerms(no).after(Keyword.TEXT_ME).texts())
                .isEqualTo(TextsAllowed.REFUSED);
    }

    @Test
    void aReplyNeedsASafeHour() {
        SafeHours oneToTwo =
                new SafeHours(ZoneId.of("UTC"), List.of(new SafeSpan(2, LocalTime.of(1, 0), LocalTime.of(2, 0))));
        SafeContact contact =
                SafeContact.UNKNOWN.withTerms(new ContactTerms(TextsAllowed.ALLOWED, false, false, oneToTwo));
        assertThat(SafeContactGate.reply(contact, RECEIVED)).isEqualTo(OUT);
        assertThat(SafeContactGate.reply(contact, RECEIVED.minusMillis(1)))
                .isEqualTo(refused(ReplyRefusal.OUTSIDE_SAFE_WINDOW));
        assertThat(SafeContactGate.reply(contact, RECEIVED.plus(Duration.ofHours(1))))
                .isEqualTo(refused(ReplyRefusal.OUTSIDE_SAFE_WINDOW));
    }

    private static SafeContact contact(TextsAllowed texts) {
        return new SafeContact(texts, false);
    }

    private static GateDecision refused(ReplyRefusal reason) {
        return new GateDecision.Refuse(reason);
    }
}
