package org.ovoz.transport.media;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.ovoz.transport.carrier.CarrierAccount;
import org.ovoz.transport.media.MediaOutcome.Why;

/**
 * Twilio's media. The SDK has no call for their bytes, so it is asked here: at an address made of the ids, with the SDK's credentials for
 * that first request and none for the place that it points to.
 */
public final class TwilioMedia implements CarrierMedia, AutoCloseable {

    private static final String PROVIDER = "https://api.twilio.com";
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int CONNECTIONS = 8;

    private final CarrierAccount account;
    private final MediaLimits limits;
    private final RedirectRule redirects;
    private final CloseableHttpClient http = client();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("media-", 0).factory());

    public TwilioMedia(CarrierAccount account, MediaLimits limits) {
        this.account = account;
        this.limits = limits;
        this.redirects = new RedirectRule(account.api(), limits.hosts());
    }

    @Override
    public Uni<MediaOutcome> fetch(MediaId id) {
        return Uni.createFrom().item(() -> fetchOnce(id)).runSubscriptionOn(workers);
    }

    @Override
    public Uni<Boolean> delete(MediaId id) {
        return Uni.createFrom().item(() -> deleteOnce(id)).runSubscriptionOn(workers);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            http.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private MediaOutcome fetchOnce(MediaId id) {
        long deadline = System.nanoTime() + limits.within().toNanos();
        URI address = address(id, "");
        try {
            First first = ask(request("GET", address, credentials()), answer -> first(answer, deadline));
            return first.location() == null ? first.outcome() : follow(address, first.location(), deadline);
        } catch (IOException fault) {
            return outcome(fault);
        }
    }

    /** @param location where it is to be had instead; absent where this is the answer */
    private record First(MediaOutcome outcome, @Nullable String location) {}

    private First first(ClassicHttpResponse answer, long deadline) throws IOException {
        Header location = isRedirect(answer) ? answer.getFirstHeader(HttpHeaders.LOCATION) : null;
        return location == null
                ? new First(outcome(answer, deadline), null)
                : new First(new MediaOutcome.NotGiven(Why.SENT_ELSEWHERE), location.getValue());
    }

    /** Once, and with no word of who asks. */
    private MediaOutcome follow(URI from, String location, long deadline) throws IOException {
        Optional<URI> to = redirects.follow(from, location);
        return to.isEmpty()
                ? new MediaOutcome.NotGiven(Why.SENT_ELSEWHERE)
                : ask(request("GET", to.get(), null), answer -> outcome(answer, deadline));
    }

    /** What was not read to its end is cut off: to close it politely would mean to read the rest, which may have no end. */
    private <T> T ask(HttpUriRequestBase request, HttpClientResponseHandler<T> reading) throws IOException {
        return http.execute(request, answer -> {
            try {
                return reading.handleResponse(answer);
            } catch (IOException unread) {
                request.abort();
                throw unread;
            }
        });
    }

    private boolean deleteOnce(MediaId id) {
        try {
            return http.execute(request("DELETE", address(id, ".json"), credentials()), answer -> {
                EntityUtils.consume(answer.getEntity());
                return answer.getCode() == 204 || answer.getCode() == 404;
            });
        } catch (IOException notDone) {
            return false;
        }
    }

    private MediaOutcome outcome(ClassicHttpResponse answer, long deadline) throws IOException {
        int status = answer.getCode();
        return switch (status) {
            case 200 -> new MediaOutcome.Fetched(BoundedBody.read(answer.getEntity(), limits.largest(), deadline));
            case 404, 410 -> new MediaOutcome.NotThere();
            case 401, 403 -> new MediaOutcome.NotGiven(Why.NOT_ADMITTED);
            case 429 -> new MediaOutcome.NotGiven(Why.TOO_BUSY);
            default -> new MediaOutcome.NotGiven(status >= 500 ? Why.CARRIER_FAULT : Why.UNREADABLE_ANSWER);
        };
    }

    private static MediaOutcome outcome(IOException fault) {
        return switch (fault) {
            case BoundedBody.TooLargeException tooLarge -> new MediaOutcome.TooLarge();
            case ConnectTimeoutException late -> new MediaOutcome.NotGiven(Why.NOT_REACHED);
            case InterruptedIOException late -> new MediaOutcome.NotGiven(Why.LATE);
            case ConnectException none -> new MediaOutcome.NotGiven(Why.NOT_REACHED);
            case NoRouteToHostException none -> new MediaOutcome.NotGiven(Why.NOT_REACHED);
            case UnknownHostException none -> new MediaOutcome.NotGiven(Why.NOT_REACHED);
            case SSLException none -> new MediaOutcome.NotGiven(Why.NOT_REACHED);
            default -> new MediaOutcome.NotGiven(Why.BROKEN_OFF);
        };
    }

    private static boolean isRedirect(ClassicHttpResponse answer) {
        return switch (answer.getCode()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private URI address(MediaId id, String form) {
        return URI.create(account.api().toString().replaceAll("/+$", "") + "/2010-04-01/Accounts/" + account.sid()
                + "/Messages/" + id.message() + "/Media/" + id.media() + form);
    }

    private String credentials() {
        Request request = new Request(HttpMethod.GET, PROVIDER);
        request.setAuth(account.sid(), account.token().value());
        return request.getAuthString();
    }

    private static HttpUriRequestBase request(String method, URI address, @Nullable String authorization) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        if (authorization != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        return request;
    }

    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(ANSWER)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAuthCaching()
                .disableCookieManagement()
                .build();
    }
}
