package org.ovoz.notify.setting;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ovoz.contracts.order.Orders;
import org.ovoz.local.servers.secrets.Certificates;

/** Where intake takes orders, by mutual TLS. Answers what it is told to, and keeps what it was sent. */
public final class FakeIntake {

    public static final String DATE = "Tue, 24 Nov 2026 04:05:06 GMT";

    /** An order that reached it. */
    public record Received(String order, String body) {}

    /** What it says; a status of 0 breaks the connection off instead. */
    public record Answer(int status, String type, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Answer answer = done();
    private volatile Answer explanation = new Answer(404, "text/plain", "");

    FakeIntake(Certificates.Identity identity) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setSsl(true)
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setPemKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(identity.certificate().toString())
                                .setKeyPath(identity.key().toString()))
                        .setPemTrustOptions(new PemTrustOptions()
                                .addCertPath(identity.authority().toString())))
                .requestHandler(this::take)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public static Answer done() {
        return new Answer(200, "application/json", "{\"outcome\":\"stored\"}");
    }

    public String address() {
        return "https://localhost:" + server.actualPort();
    }

    public void answers(Answer next) {
        answer = next;
    }

    /** What it says when it is asked who would get a report. */
    public void explains(Answer next) {
        explanation = next;
    }

    /** What it was sent without an order. */
    public List<String> asked() {
        return received.stream()
                .filter(one -> one.order().isEmpty())
                .map(Received::body)
                .toList();
    }

    public List<Received> receivedWith(String order) {
        return received.stream().filter(one -> one.order().equals(order)).toList();
    }

    private void take(HttpServerRequest request) {
        request.bodyHandler(body -> {
            String order = request.getHeader(Orders.HEADER);
            received.add(new Received(order == null ? "" : order, body.toString()));
            Answer now = switch (request.path()) {
                case "/orders" -> answer;
                case "/orders/explain" -> explanation;
                default -> new Answer(404, "text/plain", "");
            };
            if (now.status() == 0) {
                request.connection().close();
                return;
            }
            request.response()
                    .setStatusCode(now.status())
                    .putHeader("Content-Type", now.type())
                    .putHeader("Date", DATE)
                    .end(now.body());
        });
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
