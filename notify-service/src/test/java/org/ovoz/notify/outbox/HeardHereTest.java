package org.ovoz.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** What is changed here is heard here without the bus, once it is committed. */
@DeskTest
class HeardHereTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Singleton
    static class Heard implements HeardHere {

        private final List<ReportId> reports = new CopyOnWriteArrayList<>();

        @Override
        public void changed(ReportId report, long sequence) {
            reports.add(report);
        }
    }

    @Inject
    Heard heard;

    @Inject
    Transactions transactions;

    @Inject
    DeskOutbox outbox;

    private final ReportId report = new ReportId(Ids.random());

    @Test
    void aChangeIsHeardOnceItIsCommittedAndNotBefore() {
        List<ReportId> before = transactions
                .commit(transaction -> tell(transaction).map(told -> List.copyOf(heard.reports)))
                .await()
                .atMost(AT_MOST);
        assertThat(before).doesNotContain(report);
        assertThat(heard.reports).contains(report);
    }

    @Test
    void whatIsRolledBackIsNotHeard() {
        Uni<Void> failing = transactions.commit(transaction ->
                tell(transaction).chain(() -> Uni.createFrom().failure(new IllegalStateException("changed its mind"))));
        assertThatThrownBy(() -> failing.await().atMost(AT_MOST)).isInstanceOf(IllegalStateException.class);
        assertThat(heard.reports).doesNotContain(report);
    }

    private Uni<Void> tell(Transaction transaction) {
        return outbox.tell(transaction, new CaseUpdated(report, Instant.now()));
    }
}
