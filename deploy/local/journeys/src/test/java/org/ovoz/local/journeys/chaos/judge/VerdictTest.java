package org.ovoz.local.journeys.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.chaos.judge.facts.AtTheDesk;
import org.ovoz.local.journeys.chaos.judge.facts.OnPhones;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;
import org.ovoz.local.journeys.chaos.judge.facts.Told;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/** Each kind of wrong, planted alone, is found in its column and in no other. */
class VerdictTest {

    private final AFacts facts = AFacts.ofACleanRun();

    @Test
    void aCleanRunIsClean() {
        assertThat(facts.judged().isClean()).isTrue();
    }

    @Test
    void anAcknowledgedTextWithoutARowIsLost() {
        Stored.TextRow row = facts.rows.removeLast();
        facts.items.removeIf(item -> item.at().equals(row.at()));
        assertOnly(Column.LOST);
    }

    @Test
    void anAcknowledgedTextWithoutAnItemIsLost() {
        facts.items.removeLast();
        assertOnly(Column.LOST);
    }

    @Test
    void anAcknowledgedTextThatItsTeamsCannotOpenIsLost() {
        Stored.ItemRow item = facts.items.removeLast();
        facts.items.add(new Stored.ItemRow(item.item(), item.report(), item.at(), Optional.empty()));
        assertOnly(Column.LOST);
    }

    @Test
    void anItemThatHoldsAnotherTextIsLost() {
        Stored.ItemRow item = facts.items.removeLast();
        facts.items.add(new Stored.ItemRow(item.item(), item.report(), item.at(), Optional.of("hash of another")));
        assertOnly(Column.LOST);
    }

    @Test
    void anAcknowledgedTextThatWasNotToldIsLost() {
        facts.told.removeLast();
        assertOnly(Column.LOST);
    }

    @Test
    void anAcknowledgedTextThatTheDeskHasNotAppliedIsLost() {
        facts.applied.removeLast();
        assertOnly(Column.LOST);
    }

    @Test
    void aReportWithoutACaseIsLost() {
        facts.cases.removeLast();
        assertOnly(Column.LOST);
    }

    @Test
    void aTextOfUnknownFateMayBeStoredOnce() {
        facts.stored("SM-unknown", UUID.randomUUID(), 0);
        assertThat(facts.judged().isClean()).isTrue();
    }

    @Test
    void aTextOfUnknownFateThatWasStoredButNotToldIsLost() {
        facts.stored("SM-unknown", UUID.randomUUID(), 0);
        facts.told.removeLast();
        assertOnly(Column.LOST);
    }

    @Test
    void oneIdInTwoRowsIsDoubled() {
        Stored.TextRow row = facts.rows.getLast();
        facts.rows.add(new Stored.TextRow(row.hmac(), row.report(), row.at()));
        assertOnly(Column.DOUBLED);
    }

    @Test
    void oneTextInTwoItemsIsDoubled() {
        Stored.ItemRow item = facts.items.getFirst();
        facts.items.add(new Stored.ItemRow(UUID.randomUUID(), item.report(), item.at(), item.textHash()));
        assertOnly(Column.DOUBLED);
    }

    @Test
    void oneTextToldUnderTwoIdsIsDoubled() {
        Told told = facts.told.getLast();
        facts.told.add(
                new Told(UUID.randomUUID(), told.report(), told.sequence(), told.type(), told.item(), told.at()));
        assertOnly(Column.DOUBLED);
    }

    @Test
    void theSameEventSentAgainIsNot() {
        facts.told.add(facts.told.getFirst());
        assertThat(facts.judged().isClean()).isTrue();
    }

    @Test
    void aSecondCaseIsDoubled() {
        facts.cases.add(facts.cases.getFirst());
        assertOnly(Column.DOUBLED);
    }

    @Test
    void aSendersTextsInTwoReportsAreDoubled() {
        facts.texts.add(AFacts.text("SM-split", "+12025552000", 2, Outcome.OK));
        facts.stored("SM-split", UUID.randomUUID(), 0);
        assertOnly(Column.DOUBLED);
    }

    @Test
    void anAnswerTwiceOnAPhoneIsDoubled() {
        facts.phones.add(new OnPhones("+12025552000", "answers", 2, 1));
        assertOnly(Column.DOUBLED);
    }

    @Test
    void aRefusedTextThatIsThereIsFound() {
        facts.stored("SM-refused", UUID.randomUUID(), 0);
        assertOnly(Column.REFUSED_BUT_STORED);
    }

    @Test
    void aTextThatNobodySentIsAPhantom() {
        facts.stored("SM-nobody", UUID.randomUUID(), 0);
        assertOnly(Column.PHANTOM);
    }

    @Test
    void anItemOfNoTextIsAPhantom() {
        facts.items.add(
                new Stored.ItemRow(UUID.randomUUID(), facts.rows.getFirst().report(), AFacts.BEGAN, Optional.empty()));
        assertOnly(Column.PHANTOM);
    }

    @Test
    void anEventOfNoReportIsAPhantom() {
        facts.told.add(new Told(
                UUID.randomUUID(), UUID.randomUUID(), 1, "org.ovoz.ReportReceived.v1", Optional.empty(), AFacts.BEGAN));
        assertOnly(Column.PHANTOM);
    }

    @Test
    void aCaseOfNoReportIsAPhantomUnlessItIsOlderThanTheRun() {
        facts.cases.add(new AtTheDesk.CaseRow(UUID.randomUUID(), AFacts.BEGAN.minusSeconds(1)));
        assertThat(facts.judged().isClean()).isTrue();
        facts.cases.add(new AtTheDesk.CaseRow(UUID.randomUUID(), AFacts.BEGAN));
        assertOnly(Column.PHANTOM);
    }

    @Test
    void textsOfASenderInAnotherOrderAreFound() {
        Told first = facts.told.get(0);
        Told second = facts.told.get(1);
        facts.told.set(0, withSequence(first, second.sequence()));
        facts.told.set(1, withSequence(second, first.sequence()));
        assertOnly(Column.ORDER);
    }

    @Test
    void eventsAppliedOutOfTheirSequenceAreFound() {
        AtTheDesk.AppliedRow second = facts.applied.get(1);
        Instant tooEarly = facts.applied.get(0).at().minusSeconds(1);
        facts.applied.set(1, new AtTheDesk.AppliedRow(second.event(), second.report(), second.sequence(), tooEarly));
        assertOnly(Column.ORDER);
    }

    @Test
    void whatIsLeftIsStuck() {
        facts.left.add("1 events that intake has not published");
        assertOnly(Column.STUCK);
    }

    private static Told withSequence(Told told, long sequence) {
        return new Told(told.event(), told.report(), sequence, told.type(), told.item(), told.at());
    }

    private void assertOnly(Column expected) {
        Verdict verdict = facts.judged();
        assertThat(Arrays.stream(Column.values())
                        .filter(column -> !verdict.found(column).isEmpty()))
                .containsExactly(expected);
    }
}
