package org.ovoz.local.journeys.chaos.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.stack.Stack;

class BringTextTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer hotline;

    @BeforeEach
    void start() throws IOException {
        hotline = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hotline.setExecutor(threads);
        hotline.start();
    }

    @AfterEach
    void stop() {
        hotline.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anErrorIsTriedAgainUntilItIsAcknowledged() throws IOException {
        answers(503, 503, 200);
        assertThat(bring(new Manner(5, 0, false, false))).isEqualTo(Outcome.OK);
        assertThat(settled().tries()).isEqualTo(3);
    }

    @Test
    void errorsOnlyAreARefusal() throws IOException {
        answers(503, 503);
        assertThat(bring(new Manner(2, 0, false, false))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void noConnectionIsARefusal() throws IOException {
        answers();
        hotline.stop(0);
        assertThat(bring(new Manner(2, 0, false, false))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aTryWithoutAnAnswerLeavesItOpenWhateverIsRefusedLater() throws IOException {
        answers(503, 503);
        assertThat(bring(new Manner(2, 0, false, true))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void afterAHangUpAnAcknowledgedTrySettlesIt() throws IOException {
        answers(200, 200);
        assertThat(bring(new Manner(2, 0, false, true))).isEqualTo(Outcome.OK);
    }

    @Test
    void anAcknowledgedCopyCounts() throws IOException {
        answers(503, 200);
        assertThat(bring(new Manner(1, 1, false, false))).isEqualTo(Outcome.OK);
    }

    private Outcome bring(Manner manner) {
        PlannedText text = new PlannedText(Duration.ZERO, "+12025552000", 0, "SM1", "Yordam kerak", manner);
        try (Ledger ledger = Ledger.begin(directory.resolve("ledger"), new Entry.Began(1, NOON))) {
            BringText bringText = new BringText(Stack.in(directory), new Hotline(Clock.systemUTC()), ledger, threads);
            Outcome outcome = bringText.bring(text, NOON, NOON);
            assertThat(settled().outcome()).isEqualTo(outcome);
            return outcome;
        }
    }

    private Entry.Settled settled() {
        return Account.read(directory.resolve("ledger"))
                .texts()
                .getFirst()
                .settled()
                .orElseThrow();
    }

    private void answers(int... statuses) throws IOException {
        Files.writeString(directory.resolve("stack.json"), """
                {"addresses": {"intake": "http://localhost:%d"}, "hotline": "+12025550100",
                 "carrierAccount": {"sid": "AC1", "token": "secret"}}
                """.formatted(
                        hotline.getAddress().getPort()));
        Iterator<Integer> next = Arrays.stream(statuses).iterator();
        hotline.createContext("/twilio/sms", exchange -> {
            int status;
            synchronized (next) {
                status = next.next();
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
