package org.ovoz.transport.carrier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's way to the network, which sends each request once. (The SDK's own repeats a request that was answered with 5xx, and the HTTP
 * client below it repeats on 429 and 503: six texts instead of one, measured.) It also rewrites the base address, keeps no request in a
 * field, and turns every failure into an outcome without the provider's words.
 */
final class OnceHttpClient extends HttpClient implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int CONNECTIONS = 64;
    private static final String PROVIDER = "https://api.twilio.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final CloseableHttpClient http;

    OnceHttpClient(URI base) {
        this(base, CONNECT, ANSWER);
    }

    OnceHttpClient(URI base, Timeout connect, Timeout answer) {
        this.base = base;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(answer)
                                // A kept connection that the carrier closed must not turn into an unknown fate.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            return http.execute(toHttp(request), OnceHttpClient::read);
        } catch (ConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | NoRouteToHostException
                | UnknownHostException
                | SSLHandshakeException notReached) {
            throw new CarrierUnavailable(new SendOutcome.Refused(CarrierRefusal.of(CarrierRefusal.NOT_REACHED)));
        } catch (SocketTimeoutException late) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.TIME_OUT));
        } catch (IOException broken) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.BROKEN_OFF));
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private HttpUriRequestBase toHttp(Request request) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.getMethod().toString(), address(request));
        http.addHeader(HttpHeaders.AUTHORIZATION, request.getAuthString());
        http.addHeader(HttpHeaders.ACCEPT, "application/json");
        if (request.getMethod() != HttpMethod.GET) {
            List<NameValuePair> form = request.getPostParams().entrySet().stream()
                    .flatMap(OnceHttpClient::pairs)
                    .toList();
            http.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        }
        return http;
    }

    private URI address(Request request) {
        String address = request.constructURL().toString();
        String path = address.startsWith(PROVIDER) ? address.substring(PROVIDER.length()) : "/";
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    private static java.util.stream.Stream<NameValuePair> pairs(Map.Entry<String, List<String>> entry) {
        return entry.getValue().stream().map(value -> new BasicNameValuePair(entry.getKey(), value));
    }

    private static Response read(ClassicHttpResponse answer) throws IOException {
        String body = text(answer);
        int status = answer.getCode();
        if (status >= 500 || status == 408) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.CARRIER_FAULT));
        }
        if (status >= 400) {
            throw new CarrierUnavailable(new SendOutcome.Refused(CarrierRefusal.of(code(status, body))));
        }
        if (status >= 300) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER));
        }
        return new Response(body, status);
    }

    private static String text(ClassicHttpResponse answer) throws IOException {
        try {
            return answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
        } catch (ParseException unreadable) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER));
        }
    }

    /** The provider's code; an answer without one (a proxy's, say) is told by its status. */
    private static int code(int status, String body) {
        int byStatus = status == 429 ? 20429 : status == 401 || status == 403 ? 20003 : 20000 + status;
        try {
            return JSON.readTree(body).path("code").asInt(byStatus);
        } catch (JsonProcessingException none) {
            return byStatus;
        }
    }
}
