package org.ovoz.notify.alert.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mutiny.core.Vertx;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.servers.secrets.Certificates;
import org.ovoz.notify.setting.Eventually;

class PostOnceTest {

    private record Settings(boolean localAllowed) implements EndpointSettings {

        @Override
        public Duration connectsWithin() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration answersWithin() {
            return Duration.ofSeconds(2);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private PostOnce local;

    @BeforeEach
    void open() {
        local = postOnce(true);
    }

    @AfterEach
    void close() {
        local.close();
        vertx.closeAndAwait();
    }

    @Test
    void anAnswerThatNeverEndsHoldsNobodyUp() {
        HttpServer endless = serve(new HttpServerOptions(), request -> {
            request.response().setChunked(true).write("a beginning");
            request.connection().closeHandler(closed -> requests.incrementAndGet());
        });
        assertThat(post(local, "http://127.0.0.1:" + endless.actualPort())).isEqualTo(new PostOutcome.Answered(200));
        Eventually.so(() -> assertThat(requests).hasValue(1));
    }

    @Test
    void withoutAnAnswerInTimeNobodyKnows() {
        HttpServer silent = serve(new HttpServerOptions(), request -> requests.incrementAndGet());
        assertThat(post(local, "http://127.0.0.1:" + silent.actualPort()))
                .isEqualTo(new PostOutcome.Unknown("time_out"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerLeavesItUnknown() {
        HttpServer breaking =
                serve(new HttpServerOptions(), request -> request.connection().close());
        assertThat(post(local, "http://127.0.0.1:" + breaking.actualPort()))
                .isEqualTo(new PostOutcome.Unknown("broken_off"));
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int nobody = taken.getLocalPort();
            taken.close();
            assertThat(post(local, "http://127.0.0.1:" + nobody)).isEqualTo(new PostOutcome.NotReached());
        }
        assertThat(post(local, "https://nobody.invalid/")).isEqualTo(new PostOutcome.NotReached());
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotPostedTo(@TempDir Path directory) {
        Certificates.Identity unknown = new Certificates(directory, Clock.systemUTC()).server("localhost");
        HttpServer impostor = serve(
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(unknown.certificate().toString())
                                .setKeyPath(unknown.key().toString())),
                request -> requests.incrementAndGet());
        assertThat(post(local, "https://localhost:" + impostor.actualPort())).isEqualTo(new PostOutcome.NotReached());
        assertThat(requests).hasValue(0);
    }

    @Test
    void whatIsInHereIsNotConnectedTo() {
        HttpServer inside = serve(new HttpServerOptions(), request -> requests.incrementAndGet());
        PostOnce outThere = postOnce(false);
        try {
            for (String url :
                    new String[] {"https://127.0.0.1:", "https://localhost:", "http://localhost:", "https://[::1]:"}) {
                assertThat(post(outThere, url + inside.actualPort())).isEqualTo(new PostOutcome.NotAllowed());
            }
        } finally {
            outThere.close();
        }
        assertThat(requests).hasValue(0);
    }

    private PostOnce postOnce(boolean localAllowed) {
        Settings settings = new Settings(localAllowed);
        return new PostOnce(vertx, new EndpointAddress(settings), settings);
    }

    private static PostOutcome post(PostOnce postOnce, String url) {
        return postOnce.post(url, Map.of("Content-Type", "text/plain"), new byte[] {1})
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private HttpServer serve(HttpServerOptions options, Handler<HttpServerRequest> handler) {
        return vertx.getDelegate()
                .createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
