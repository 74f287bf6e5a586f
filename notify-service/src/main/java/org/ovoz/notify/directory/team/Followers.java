package org.ovoz.notify.directory.team;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.directory.TeamFounded;
import org.ovoz.notify.directory.TeamsStopped;
import org.ovoz.transport.transaction.Transaction;

/** Those who have a part in what becomes of teams, in the transaction of each change. */
@ApplicationScoped
class Followers {

    private final List<TeamsStopped> stopped;
    private final List<TeamFounded> founded;

    Followers(@All List<TeamsStopped> stopped, @All List<TeamFounded> founded) {
        this.stopped = stopped;
        this.founded = founded;
    }

    Uni<Void> handOver(Transaction transaction) {
        return each(stopped, one -> one.handOver(transaction));
    }

    Uni<Boolean> mayBePublished(Transaction transaction, TeamRecord team) {
        return Multi.createFrom()
                .iterable(founded)
                .onItem()
                .transformToUniAndConcatenate(one -> one.mayBePublished(transaction, team))
                .collect()
                .asList()
                .map(all -> !all.contains(false));
    }

    Uni<Void> published(Transaction transaction, TeamRecord team) {
        return each(founded, one -> one.published(transaction, team))
                .chain(() -> team.suspended()
                        ? handOver(transaction)
                        : Uni.createFrom().voidItem());
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
