package org.ovoz.local.journeys.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsReadAgain() {
        try (Ledger ledger = begin()) {
            ledger.sending(sending("SM1", 0));
            ledger.settled(new Entry.Settled("SM1", Outcome.OK, NOON.plusSeconds(2), NOON.plusSeconds(3), 2));
            ledger.struck(new Entry.Struck("kill -9 intake", NOON, NOON, NOON.plusSeconds(4)));
        }
        Account account = Account.read(file());
        assertThat(account.began().seed()).isEqualTo(7);
        assertThat(account.faults()).extracting(Entry.Struck::fault).containsExactly("kill -9 intake");
        assertThat(account.texts()).extracting(SentText::outcome).containsExactly(Outcome.OK);
        assertThat(account.texts().getFirst().latency()).contains(Duration.ofSeconds(3));
    }

    @Test
    void aTextWithoutAnOutcomeIsOfUnknownFate() {
        try (Ledger ledger = begin()) {
            ledger.sending(sending("SM1", 0));
        }
        assertThat(Account.read(file()).count(Outcome.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aLineThatAKillCutOffIsLeftOut() throws Exception {
        try (Ledger ledger = begin()) {
            ledger.sending(sending("SM1", 0));
            ledger.sending(sending("SM2", 1));
        }
        String written = Files.readString(file());
        Files.writeString(file(), written.substring(0, written.length() - 9), StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(Account.read(file()).texts()).extracting(SentText::message).containsExactly("SM1");
    }

    @Test
    void anEarlierLedgerIsNotWrittenOver() {
        begin().close();
        assertThatThrownBy(this::begin).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void onlyAcknowledgedTriesThatBeganLaterAreASuccess() {
        try (Ledger ledger = begin()) {
            ledger.settled(new Entry.Settled("SM1", Outcome.OK, NOON, NOON.plusSeconds(9), 1));
            assertThat(ledger.tookOneAskedAfter(NOON)).isFalse();
            ledger.settled(new Entry.Settled("SM2", Outcome.REFUSED, NOON.plusSeconds(2), NOON.plusSeconds(3), 1));
            assertThat(ledger.tookOneAskedAfter(NOON)).isFalse();
            ledger.settled(new Entry.Settled("SM3", Outcome.OK, NOON.plusSeconds(1), NOON.plusSeconds(3), 1));
            assertThat(ledger.tookOneAskedAfter(NOON)).isTrue();
        }
    }

    private Ledger begin() {
        return Ledger.begin(file(), new Entry.Began(7, NOON));
    }

    private Path file() {
        return directory.resolve("ledger");
    }

    private static Entry.Sending sending(String message, int place) {
        return new Entry.Sending(message, "+12025552000", place, "hash", NOON, NOON.plusSeconds(1));
    }
}
