package org.ovoz.transport.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NaturalBatchTest {

    private final List<List<Integer>> written = new ArrayList<>();
    private final ConcurrentLinkedQueue<UniEmitter<? super List<String>>> flights = new ConcurrentLinkedQueue<>();

    @Test
    void anItemOnAnIdleLineIsWrittenAtOnceAndAlone() {
        NaturalBatch<Integer, String> batch = held(10);
        CompletableFuture<String> result = batch.submit(1).subscribeAsCompletionStage();
        assertThat(written).containsExactly(List.of(1));
        land("one");
        assertThat(result).isCompletedWithValue("one");
    }

    @Test
    void whatArrivesDuringAWriteIsWrittenTogetherByTheNext() {
        NaturalBatch<Integer, String> batch = held(2);
        List<CompletableFuture<String>> results = IntStream.rangeClosed(1, 4)
                .mapToObj(item -> batch.submit(item).subscribeAsCompletionStage())
                .toList();
        assertThat(written).containsExactly(List.of(1));
        land("a");
        assertThat(written).containsExactly(List.of(1), List.of(2, 3));
        land("b", "c");
        land("d");
        assertThat(results.stream().map(CompletableFuture::join)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void eachSubscriptionIsAnItemOfItsOwnAndNothingIsWrittenBefore() {
        NaturalBatch<Integer, String> batch = held(10);
        Uni<String> lazy = batch.submit(7);
        assertThat(written).isEmpty();
        lazy.subscribeAsCompletionStage();
        assertThat(written).hasSize(1);
    }

    @Test
    void aWriteWithTheWrongNumberOfResultsFailsItsItemsAndNotTheLine() {
        NaturalBatch<Integer, String> batch = held(10);
        CompletableFuture<String> wrong = batch.submit(1).subscribeAsCompletionStage();
        land("a", "b");
        assertThat(wrong).isCompletedExceptionally();
        CompletableFuture<String> next = batch.submit(2).subscribeAsCompletionStage();
        land("c");
        assertThat(next).isCompletedWithValue("c");
    }

    @Test
    void aFaultThatCannotLieInOneItemFailsAllOfThemWithoutAnotherWrite() {
        AtomicInteger writes = new AtomicInteger();
        AtomicReference<UniEmitter<? super List<String>>> flight = new AtomicReference<>();
        NaturalBatch<Integer, String> batch = new NaturalBatch<>(
                10,
                1,
                items -> writes.getAndIncrement() == 0
                        ? Uni.createFrom().<List<String>>emitter(flight::set)
                        : Uni.createFrom().failure(new IllegalStateException("away")),
                fault -> false);
        CompletableFuture<String> first = batch.submit(0).subscribeAsCompletionStage();
        List<CompletableFuture<String>> rest = IntStream.rangeClosed(1, 5)
                .mapToObj(item -> batch.submit(item).subscribeAsCompletionStage())
                .toList();
        flight.get().complete(List.of("ok"));
        assertThat(first).isCompletedWithValue("ok");
        assertThat(rest).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(writes).hasValue(2);
    }

    @Test
    void aWriteThatThrowsFailsItsItemsAndNotTheLine() {
        NaturalBatch<Integer, String> batch = new NaturalBatch<>(
                10,
                1,
                items -> {
                    throw new IllegalStateException("thrown");
                },
                fault -> true);
        assertThatThrownBy(() -> batch.submit(1).await().indefinitely()).hasMessage("thrown");
        assertThatThrownBy(() -> batch.submit(2).await().indefinitely()).hasMessage("thrown");
    }

    @Test
    void aWriteThatAnswersAtOnceDoesNotGrowTheStack() {
        AtomicReference<NaturalBatch<Integer, Integer>> self = new AtomicReference<>();
        AtomicInteger answered = new AtomicInteger();
        self.set(new NaturalBatch<>(1, 1, items -> Uni.createFrom().item(items), fault -> true));
        CompletableFuture<Void> all = new CompletableFuture<>();
        IntStream.range(0, 100_000)
                .forEach(item -> self.get().submit(item).subscribe().with(result -> {
                    if (answered.incrementAndGet() == 100_000) {
                        all.complete(null);
                    }
                }));
        assertThat(all).isCompleted();
    }

    @Test
    void theAnswerComesOnTheContextOfTheCaller() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context home = vertx.getOrCreateContext();
            NaturalBatch<Integer, String> batch = held(10);
            CompletableFuture<Context> answeredOn = new CompletableFuture<>();
            CompletableFuture<Void> submitted = new CompletableFuture<>();
            home.runOnContext(ignored -> {
                batch.submit(1).subscribe().with(result -> answeredOn.complete(Vertx.currentContext()));
                submitted.complete(null);
            });
            submitted.get(5, TimeUnit.SECONDS);
            land("from elsewhere");
            assertThat(answeredOn.get(5, TimeUnit.SECONDS)).isSameAs(home);
        } finally {
            vertx.close();
        }
    }

    @Property(tries = 200)
    void aBadItemFailsAloneWhateverTheBatch(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 1000) Integer> items,
            @ForAll @IntRange(min = 1, max = 16) int maxSize,
            @ForAll @IntRange(min = 1, max = 3) int maxFlights) {
        Set<Integer> stored = ConcurrentHashMap.newKeySet();
        NaturalBatch<Integer, Integer> batch = new NaturalBatch<>(
                maxSize,
                maxFlights,
                together -> {
                    assertThat(together).hasSizeBetween(1, maxSize);
                    if (together.stream().anyMatch(NaturalBatchTest::isBad)) {
                        return Uni.createFrom().failure(new IllegalArgumentException("one of them"));
                    }
                    stored.addAll(together);
                    return Uni.createFrom()
                            .item(together.stream().map(item -> item * 2).toList());
                },
                fault -> true);
        for (int item : items) {
            CompletableFuture<Integer> result = batch.submit(item).subscribeAsCompletionStage();
            if (isBad(item)) {
                assertThat(result).isCompletedExceptionally();
            } else {
                assertThat(result).isCompletedWithValue(item * 2);
            }
        }
        assertThat(stored).noneMatch(NaturalBatchTest::isBad);
    }

    @Test
    void manyThreadsLoseAndMixUpNothing() throws Exception {
        int callers = 16;
        int each = 2_000;
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        Map<Integer, Integer> times = new ConcurrentHashMap<>();
        try (var database = Executors.newFixedThreadPool(4);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            NaturalBatch<Integer, Integer> batch = new NaturalBatch<>(
                    64,
                    2,
                    items -> Uni.createFrom()
                            .item(() -> {
                                most.accumulateAndGet(under.incrementAndGet(), Math::max);
                                writes.incrementAndGet();
                                if (items.stream().anyMatch(NaturalBatchTest::isBad)) {
                                    under.decrementAndGet();
                                    throw new IllegalArgumentException("one of them");
                                }
                                items.forEach(item -> times.merge(item, 1, Integer::sum));
                                under.decrementAndGet();
                                return items.stream().map(item -> -item).toList();
                            })
                            .runSubscriptionOn(database),
                    fault -> true);
            List<CompletableFuture<Void>> done = IntStream.range(0, callers)
                    .mapToObj(caller -> CompletableFuture.runAsync(
                            () -> IntStream.range(caller * each, (caller + 1) * each)
                                    .forEach(item -> answersFor(batch, item)),
                            people))
                    .toList();
            CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).get(25, TimeUnit.SECONDS);
        }
        assertThat(times.values()).allMatch(count -> count == 1);
        assertThat(times).hasSize((int)
                IntStream.range(0, callers * each).filter(item -> !isBad(item)).count());
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(writes.get()).isLessThan(callers * each);
    }

    private static void answersFor(NaturalBatch<Integer, Integer> batch, int item) {
        if (isBad(item)) {
            assertThatThrownBy(() -> batch.submit(item).await().indefinitely())
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(batch.submit(item).await().indefinitely()).isEqualTo(-item);
        }
    }

    private static boolean isBad(int item) {
        return item % 97 == 13;
    }

    private NaturalBatch<Integer, String> held(int maxSize) {
        return new NaturalBatch<>(
                maxSize,
                1,
                items -> Uni.createFrom().emitter(emitter -> {
                    written.add(items);
                    flights.add(emitter);
                }),
                fault -> false);
    }

    private void land(String... results) {
        flights.remove().complete(List.of(results));
    }
}
