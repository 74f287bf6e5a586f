package org.ovoz.transport.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ovoz.transport.inbox.InboxFixture.await;
import static org.ovoz.transport.inbox.InboxFixture.event;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.ovoz.transport.TestDatabase;
import org.ovoz.transport.faults.DatabaseFaults;

@ResourceLock("transport_inbox")
class InboxTest {

    private static final InboxOutcome APPLIED = new InboxOutcome.Applied();
    private static final InboxOutcome DUPLICATE = new InboxOutcome.Duplicate();
    private static final InboxOutcome WAITING = new InboxOutcome.Waiting();

    private final UUID report = UUID.randomUUID();
    private InboxFixture desk;

    @BeforeEach
    void open() {
        desk = new InboxFixture();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anEventIsAppliedOnceHoweverOftenItComes() {
        ReceivedEvent event = event(report, 1);
        assertThat(desk.receive(event)).isEqualTo(APPLIED);
        assertThat(desk.receive(event)).isEqualTo(DUPLICATE);
        assertThat(desk.receive(event)).isEqualTo(DUPLICATE);
        assertThat(desk.applied(report)).containsExactly(1L);
        assertThat(desk.toldAfterCommit).containsExactly(event.id());
    }

    @Test
    void anEventAheadOfItsTurnWaitsAndIsAppliedWhenTheGapCloses() {
        ReceivedEvent third = event(report, 3);
        ReceivedEvent second = event(report, 2);
        ReceivedEvent first = event(report, 1);
        assertThat(desk.receive(third)).isEqualTo(WAITING);
        assertThat(desk.receive(second)).isEqualTo(WAITING);
        assertThat(desk.receive(second)).isEqualTo(DUPLICATE);
        assertThat(desk.applied(report)).isEmpty();
        assertThat(desk.receive(first)).isEqualTo(APPLIED);
        assertThat(desk.applied(report)).containsExactly(1L, 2L, 3L);
        assertThat(desk.toldAfterCommit).containsExactly(first.id(), second.id(), third.id());
        assertThat(backlog()).isEqualTo(new InboxBacklog(0, 0, 0));
    }

    @Test
    void anotherEventInAPlaceThatIsTakenIsParked() {
        desk.receive(event(report, 1));
        ReceivedEvent rival = event(report, 1);
        assertThat(desk.receive(rival)).isEqualTo(new InboxOutcome.Parked("out-of-order"));
        assertThat(desk.applied(report)).containsExactly(1L);
        assertThat(desk.receive(event(report, 2))).isEqualTo(APPLIED);
    }

    @Test
    void twoThatWaitForTheSamePlaceAreNotBothApplied() {
        desk.receive(event(report, 2));
        desk.receive(event(report, 2));
        desk.receive(event(report, 1));
        assertThat(desk.applied(report)).containsExactly(1L, 2L);
        assertThat(backlog()).isEqualTo(new InboxBacklog(0, 1, 0));
    }

    @Test
    void poisonIsParkedWithItsCodeAndLeavesNothingBehind() {
        ReceivedEvent bad = poison(event(report, 1));
        assertThat(desk.receive(bad)).isEqualTo(new InboxOutcome.Parked("unknown-type"));
        assertThat(desk.applied(report)).isEmpty();
        assertThat(desk.toldAfterCommit).isEmpty();
        assertThat(await(desk.inbox.parked(10))).singleElement().satisfies(parked -> {
            assertThat(parked.id()).isEqualTo(bad.id());
            assertThat(parked.reason()).isEqualTo("unknown-type");
        });
    }

    @Test
    void whatComesBehindAParkedEventWaitsAndOtherReportsDoNot() {
        desk.receive(poison(event(report, 1)));
        UUID other = UUID.randomUUID();
        assertThat(desk.receive(event(report, 2))).isEqualTo(WAITING);
        assertThat(desk.receive(event(other, 1))).isEqualTo(APPLIED);
    }

    @Test
    void aParkedEventThatIsRedrivenTakesThoseBehindItAlong() {
        ReceivedEvent bad = poison(event(report, 1));
        desk.receive(bad);
        desk.receive(event(report, 2));
        assertThat(redrive(bad)).isEqualTo(new InboxOutcome.Parked("unknown-type"));
        desk.poison.clear();
        assertThat(redrive(bad)).isEqualTo(APPLIED);
        assertThat(desk.applied(report)).containsExactly(1L, 2L);
        assertThat(redrive(bad)).isEqualTo(DUPLICATE);
        assertThat(redrive(event(report, 9))).isEqualTo(DUPLICATE);
    }

    @Test
    void aParkedEventThatIsGivenUpLetsThoseBehindItThrough() {
        ReceivedEvent bad = poison(event(report, 1));
        desk.receive(bad);
        desk.receive(event(report, 2));
        assertThat(await(desk.inbox.skip(bad.id(), desk::handle))).isEqualTo(APPLIED);
        assertThat(desk.applied(report)).containsExactly(2L);
        assertThat(desk.state(bad)).isEqualTo("skipped");
    }

    @Test
    void poisonInTheMiddleDoesNotUndoWhatWasAppliedBeforeIt() {
        desk.receive(poison(event(report, 2)));
        desk.receive(event(report, 3));
        assertThat(desk.receive(event(report, 1))).isEqualTo(APPLIED);
        assertThat(desk.applied(report)).containsExactly(1L);
        assertThat(backlog()).isEqualTo(new InboxBacklog(1, 1, 0));
    }

    @Test
    void whatTheDatabaseRefusesIsParkedToo() {
        InboxHandler refused = (transaction, event) -> transaction
                .query("INSERT INTO no_such_table VALUES (1)")
                .execute()
                .replaceWith(List.of());
        assertThat(await(desk.inbox.receive(event(report, 1), refused)))
                .isEqualTo(new InboxOutcome.Parked("handler-failed"));
        assertThat(backlog().parked()).isEqualTo(1);
    }

    @Test
    void aConstraintThatSpeaksUpOnlyAtCommitParksAsWell() {
        desk.pool
                .query("ALTER TABLE effect ADD CONSTRAINT once UNIQUE (sequence) DEFERRABLE INITIALLY DEFERRED")
                .executeAndAwait();
        desk.receive(event(report, 1));
        UUID other = UUID.randomUUID();
        assertThat(desk.receive(event(other, 1))).isEqualTo(new InboxOutcome.Parked("handler-failed"));
        assertThat(desk.applied(other)).isEmpty();
    }

    @Test
    void aFaultThatPassesDoesNotParkAndStoresNothing() {
        ReceivedEvent event = event(report, 1);
        InboxHandler deadlock = (transaction, received) -> desk.handle(transaction, received)
                .onItem()
                .failWith(() -> new PgException("deadlock", "ERROR", "40P01", null));
        assertThatThrownBy(() -> await(desk.inbox.receive(event, deadlock))).isInstanceOf(PgException.class);
        assertThat(TestDatabase.number(desk.pool, "SELECT count(*) FROM inbox")).isZero();
        assertThat(desk.applied(report)).isEmpty();
        assertThat(desk.receive(event)).isEqualTo(APPLIED);
    }

    @Test
    void aConnectionThatDiesInTheHandlerDoesNotPark() {
        ReceivedEvent event = event(report, 1);
        InboxHandler dies = (transaction, received) -> transaction
                .query("SELECT pg_terminate_backend(pg_backend_pid())")
                .execute()
                .replaceWith(List.of());
        assertThatThrownBy(() -> await(desk.inbox.receive(event, dies))).isNotNull();
        Uni<InboxOutcome> comesAgain = desk.inbox
                .receive(event, desk::handle)
                .onFailure(DatabaseFaults::passes)
                .retry()
                .atMost(20);
        assertThat(await(comesAgain)).isEqualTo(APPLIED);
        assertThat(backlog()).isEqualTo(new InboxBacklog(0, 0, 0));
    }

    @Test
    void whileAFaultPassesTheConsumerTriesAgain() {
        AtomicInteger attempts = new AtomicInteger();
        InboxHandler deadlocks = (transaction, received) -> attempts.incrementAndGet() < 3
                ? Uni.createFrom().failure(new PgException("deadlock", "ERROR", "40P01", null))
                : desk.handle(transaction, received);
        assertThat(await(desk.inbox.receiveUntilStored(InboxFixture.message(event(report, 1)), deadlocks)))
                .isEqualTo(APPLIED);
        assertThat(attempts).hasValue(3);
        assertThat(desk.applied(report)).containsExactly(1L);
    }

    @Test
    void whatWaitedWhenTheProcessDiedIsAppliedWhenTheRecordComesAgain() {
        ReceivedEvent first = event(report, 1);
        desk.receive(first);
        ReceivedEvent second = event(report, 2);
        desk.receive(second);
        desk.pool
                .query("UPDATE inbox SET state = 'waiting' WHERE sequence = 2; UPDATE inbox_cursor SET expected = 2;"
                        + " DELETE FROM effect WHERE sequence = 2")
                .executeAndAwait();
        assertThat(desk.receive(first)).isEqualTo(DUPLICATE);
        assertThat(desk.applied(report)).containsExactly(1L, 2L);
    }

    @Test
    void aLongLineOfWaitingEventsIsAppliedInOneGo() {
        LongStream.rangeClosed(2, 300).forEach(sequence -> desk.receive(event(report, sequence)));
        desk.receive(event(report, 1));
        assertThat(desk.applied(report)).hasSize(300).isSorted();
    }

    @Test
    void workAfterCommitThatFailsDoesNotBringTheEventBack() {
        InboxHandler careless = (transaction, event) -> Uni.createFrom().item(List.of(() -> {
            throw new IllegalStateException("too late");
        }));
        assertThat(await(desk.inbox.receive(event(report, 1), careless))).isEqualTo(APPLIED);
    }

    @Test
    void eventsInAnyOrderTwiceAndFromManySidesAreAppliedInOrderOnce() {
        List<UUID> reports =
                IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();
        List<ReceivedEvent> events = new ArrayList<>();
        for (UUID key : reports) {
            LongStream.rangeClosed(1, 20)
                    .mapToObj(sequence -> event(key, sequence))
                    .forEach(event -> {
                        events.add(event);
                        events.add(event);
                    });
        }
        Collections.shuffle(events, new Random(20261124));
        List<Uni<InboxOutcome>> receptions = events.stream()
                .map(event -> desk.inbox.receive(event, desk::handle))
                .toList();
        await(Uni.join().all(receptions).usingConcurrencyOf(8).andCollectFailures());
        List<Long> inOrder = LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(reports).allSatisfy(key -> assertThat(desk.applied(key)).isEqualTo(inOrder));
        assertThat(desk.toldAfterCommit).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void ofACompactedTopicOnlyNewerEventsCountAndGapsDoNotMatter() {
        ReceivedEvent fifth = event(report, 5);
        assertThat(await(desk.latest.receive(fifth, desk::handle))).isEqualTo(APPLIED);
        assertThat(await(desk.latest.receive(fifth, desk::handle))).isEqualTo(DUPLICATE);
        assertThat(await(desk.latest.receive(event(report, 4), desk::handle))).isEqualTo(DUPLICATE);
        assertThat(await(desk.latest.receive(event(report, 9), desk::handle))).isEqualTo(APPLIED);
        assertThat(desk.applied(report)).containsExactly(5L, 9L);
        assertThat(backlog()).isEqualTo(new InboxBacklog(0, 0, 0));
    }

    @Test
    void aParkedEventOfACompactedTopicDoesNotHoldUpANewerOne() {
        await(desk.latest.receive(poison(event(report, 1)), desk::handle));
        assertThat(await(desk.latest.receive(event(report, 2), desk::handle))).isEqualTo(APPLIED);
    }

    private InboxOutcome redrive(ReceivedEvent event) {
        return await(desk.inbox.redrive(event.id(), desk::handle));
    }

    private InboxBacklog backlog() {
        return await(desk.inbox.backlog());
    }

    private ReceivedEvent poison(ReceivedEvent event) {
        desk.poison.add(event.id());
        return event;
    }
}
