package org.ovoz.notify.order;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;
import org.ovoz.contracts.order.Orders;

/** Carries an order to intake over mTLS: its header and the exact bytes of its body. One attempt: the browser repeats. */
@ApplicationScoped
public class IntakeClient {

    private static final Logger LOG = Logger.getLogger(IntakeClient.class);
    private static final int CONNECTIONS = 16;

    private final WebClient client;
    private final IntakeSettings settings;

    IntakeClient(Vertx vertx, IntakeSettings settings) {
        this.settings = settings;
        URI url = settings.url();
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setDefaultHost(url.getHost())
                        .setDefaultPort(url.getPort() == -1 ? 443 : url.getPort())
                        .setSsl(true)
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setFollowRedirects(false)
                        .setMaxPoolSize(CONNECTIONS)
                        .setConnectTimeout((int) settings.timeout().toMillis())
                        .setPemKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(settings.certificate())
                                .setKeyPath(settings.key()))
                        .setPemTrustOptions(new PemTrustOptions().addCertPath(settings.authority())));
    }

    /** Does not fail. */
    Uni<IntakeAnswer> send(String order, byte[] body) {
        return post(client.post("/orders").putHeader(Orders.HEADER, order), body);
    }

    /** Who would get a report; nobody's order, about no report. Does not fail. */
    public Uni<IntakeAnswer> explain(byte[] question) {
        return post(client.post("/orders/explain"), question);
    }

    private Uni<IntakeAnswer> post(HttpRequest<Buffer> request, byte[] body) {
        return request.timeout(settings.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body))
                .map(IntakeClient::toAnswer)
                .onFailure()
                .recoverWithItem(IntakeClient::unreachable);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private static IntakeAnswer toAnswer(HttpResponse<Buffer> response) {
        Buffer body = response.body();
        return new IntakeAnswer.Answered(
                response.statusCode(),
                response.getHeader("Content-Type"),
                response.getHeader("Date"),
                body == null ? new byte[0] : body.getBytes());
    }

    private static IntakeAnswer unreachable(Throwable fault) {
        LOG.warnf("intake is unreachable: %s", fault.getClass().getSimpleName());
        return new IntakeAnswer.Unreachable();
    }
}
