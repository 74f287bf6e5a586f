package org.ovoz.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Answer;

class ClaimRaceIT {
    private static final int ROUNDS = 200;

    private final RunningStack running = RunningStack.shared();

    @Test
    void ofTwoClaimsAtOnceAlwaysExactlyOneWins() {
        ResponderSession aziza = running.people().login("aziza");
        ResponderSession vera = running.people().login("vera");
        ReportId report = running.reports(aziza)
                .open("Yordam kerak, meni bu yerda ushlab turishibdi.")
                .id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Answer> answers = together(threads, report, aziza, vera);
                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
                assertThat(answers).extracting(Answer::problem).containsExactlyInAnyOrder("", "already-claimed");
                (answers.getFirst().status() == 200 ? aziza : vera).release(report);
            }
        }
    }

    private static List<Answer> together(
            ExecutorService threads, ReportId report, ResponderSession one, ResponderSession other) {
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> claim(start, one, report), threads);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> claim(start, other, report), threads);
        return List.of(first.join(), second.join());
    }

    private static Answer claim(CyclicBarrier start, ResponderSession session, ReportId report) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return session.tryToClaim(report);
    }
}
