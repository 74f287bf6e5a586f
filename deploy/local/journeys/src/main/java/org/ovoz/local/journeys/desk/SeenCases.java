package org.ovoz.local.journeys.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What came by on the stream, and who waits for what. */
final class SeenCases {
    private final List<CaseView> seen = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable RuntimeException end;

    synchronized void add(CaseView view) {
        seen.add(view);
        waiting.removeIf(one -> one.like.test(view) && one.future.complete(view));
    }

    synchronized CompletableFuture<CaseView> first(Predicate<CaseView> like) {
        CompletableFuture<CaseView> future = new CompletableFuture<>();
        seen.stream().filter(like).findFirst().ifPresentOrElse(future::complete, () -> {
            waiting.add(new Waiting(like, future));
            if (end != null) {
                future.completeExceptionally(end);
            }
        });
        return future;
    }

    synchronized void ended(RuntimeException why) {
        end = why;
        waiting.forEach(one -> one.future.completeExceptionally(why));
    }

    private record Waiting(Predicate<CaseView> like, CompletableFuture<CaseView> future) {}
}
