package org.ovoz.notify.alert.endpoint;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Posts once to an address that somebody named. No redirect is followed, and of the answer nothing is read but its status: then the
 * connection is closed, so nobody can keep the desk busy.
 */
@ApplicationScoped
public class PostOnce {

    private static final Logger LOG = Logger.getLogger(PostOnce.class);
    private static final int CONNECTIONS = 16;

    private final EndpointAddress addresses;
    private final EndpointSettings settings;
    private final HttpClient client;
    private final ExecutorService resolvers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("resolver-", 0).factory());

    PostOnce(Vertx vertx, EndpointAddress addresses, EndpointSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        int connect = Math.toIntExact(settings.connectsWithin().toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(connect)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(connect));
    }

    /** Does not fail. */
    public Uni<PostOutcome> post(String url, Map<String, String> headers, byte[] body) {
        return addresses
                .of(url)
                .map(allowed -> post(allowed, headers, body))
                .orElseGet(() -> Uni.createFrom().item(new PostOutcome.NotAllowed()));
    }

    @PreDestroy
    void close() {
        resolvers.shutdownNow();
        client.closeAndForget();
    }

    private Uni<PostOutcome> post(URI url, Map<String, String> headers, byte[] body) {
        return Uni.createFrom()
                .item(() -> resolve(url))
                .runSubscriptionOn(resolvers)
                .chain(found -> switch (found) {
                    case Found.Address(InetAddress address) -> connect(url, address, headers, body);
                    case Found.Inside() -> Uni.createFrom().item(new PostOutcome.NotAllowed());
                    case Found.Nowhere() -> Uni.createFrom().item(new PostOutcome.NotReached());
                });
    }

    private Found resolve(URI url) {
        try {
            InetAddress address = addresses.resolve(url);
            return address == null ? new Found.Inside() : new Found.Address(address);
        } catch (UnknownHostException unknown) {
            return new Found.Nowhere();
        }
    }

    private Uni<PostOutcome> connect(URI url, InetAddress address, Map<String, String> headers, byte[] body) {
        return client.request(options(url, address))
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.warnf("an endpoint is not reached: %s", fault.getClass().getSimpleName());
                    return Optional.empty();
                })
                .chain(request -> request.map(ready -> send(ready, headers, body))
                        .orElseGet(() -> Uni.createFrom().item(new PostOutcome.NotReached())));
    }

    private Uni<PostOutcome> send(HttpClientRequest request, Map<String, String> headers, byte[] body) {
        headers.forEach(request::putHeader);
        return request.send(Buffer.buffer(body))
                .ifNoItem()
                .after(settings.answersWithin())
                .fail()
                .<PostOutcome>map(response -> new PostOutcome.Answered(response.statusCode()))
                .onFailure(TimeoutException.class)
                .recoverWithItem(new PostOutcome.Unknown("time_out"))
                .onFailure()
                .recoverWithItem(new PostOutcome.Unknown("broken_off"))
                .onTermination()
                .invoke(() -> request.connection().closeAndForget());
    }

    /** To the address that was checked, by the name that the certificate has to be for. */
    private static RequestOptions options(URI url, InetAddress address) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() == -1 ? (secure ? 443 : 80) : url.getPort();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(path + query);
    }

    /** What a name stands for. */
    private sealed interface Found {

        record Address(InetAddress address) implements Found {}

        record Inside() implements Found {}

        record Nowhere() implements Found {}
    }
}
