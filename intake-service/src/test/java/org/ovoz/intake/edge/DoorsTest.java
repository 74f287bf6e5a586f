package org.ovoz.intake.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OrdersDoor;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Team;

@IntakeTest
class DoorsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] NOTHING = {};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders/",
                "//orders",
                "/orders;a=b",
                "/%6Frders",
                "/orders/.",
                "/x/../orders",
                "/orders?a=b"
            })
    void ordersAreNotOnThePublicPort(String path) throws Exception {
        SignedOrder order =
                Responder.of(Team.NORTH).fetch(Reporter.whoWrote(Reporter.CRY).report());
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestHTTPResourceManager.getUri() + path))
                .header("Ovoz-Order", order.jws())
                .POST(HttpRequest.BodyPublishers.ofString(order.body()))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/explain",
                "/orders/explain/",
                "//orders/explain",
                "/orders;a=b/explain",
                "/%6Frders/explain",
                "/x/../orders/explain",
                "/suspensions"
            })
    void whatIsAskedOfRoutingAndSuspensionsAreNotOnThePublicPort(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestHTTPResourceManager.getUri() + path))
                .POST(HttpRequest.BodyPublishers.ofString("{\"language\":\"tg\",\"region\":\"ZZ\"}"))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/twilio/sms",
                "/twilio/sms/",
                "/twilio/status/00000000-0000-0000-0000-000000000001",
                "/q/health",
                "/q/metrics",
                "/orders/x",
                "/orders/explain/",
                "/orders/explain/x",
                "/explain",
                "/suspensions",
                "/republish"
            })
    void nothingButOrdersIsBehindMutualTls(String path) {
        assertThat(OrdersDoor.post(path, NOTHING).statusCode()).isEqualTo(404);
    }

    @Test
    void whoShowsNoCertificateDoesNotGetIn() {
        assertThatThrownBy(OrdersDoor::sendAsAStranger).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics"})
    void thoseWhoOperateItHaveAPortOfTheirOwn(String path) throws Exception {
        assertThat(get(TestHTTPResourceManager.getUri(), path)).isEqualTo(404);
        assertThat(get(TestHTTPResourceManager.getManagementUri().replaceAll("/q/?$", ""), path))
                .isEqualTo(200);
    }

    private static int get(String base, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
