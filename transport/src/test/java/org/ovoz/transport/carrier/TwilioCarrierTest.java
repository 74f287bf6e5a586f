package org.ovoz.transport.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCarrierTest {

    private static final String SID = "SM" + "a".repeat(32);
    private static final String CALL_SID = "CA" + "b".repeat(32);
    private static final OutgoingCall CALL = new OutgoingCall(
            new PhoneNumber("+12025550100"),
            new PhoneNumber("+12025550111"),
            URI.create("https://desk.example/call?alert=1"),
            URI.create("https://desk.example/call/status?alert=1"),
            Duration.ofSeconds(20));
    private static final OutgoingText TEXT = new OutgoingText(
            new PhoneNumber("+12025550100"),
            new PhoneNumber("+12025550111"),
            "Қабул қилинди. 1?",
            URI.create("https://line.example/twilio/status"));

    private CountingCarrier provider;
    private TwilioCarrier carrier;

    @BeforeEach
    void open() throws Exception {
        provider = new CountingCarrier();
        carrier = carrierAt(provider.address());
    }

    @AfterEach
    void close() {
        carrier.close();
        provider.close();
    }

    @Test
    void anAcceptedTextHasTheCarriersIdAndWasAskedForAsDocumented() {
        provider.answers(201, message(SID, "outbound-api", "queued"));
        assertThat(send()).isEqualTo(new SendOutcome.Accepted(new CarrierMessageId(SID)));
        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.uri()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
            assertThat(asked.authorization()).isEqualTo("Basic QUMxOnRva2Vu");
            assertThat(asked.body())
                    .contains("To=%2B12025550111")
                    .contains("From=%2B12025550100")
                    .contains("Body=%D2%9A%D0%B0")
                    .contains("StatusCallback=https%3A%2F%2Fline.example%2Ftwilio%2Fstatus");
        });
    }

    @Test
    void aCallIsPlacedAsDocumented() {
        provider.answers(201, "{\"sid\": \"" + CALL_SID + "\", \"status\": \"queued\"}");
        assertThat(call()).isEqualTo(new SendOutcome.Accepted(new CarrierMessageId(CALL_SID)));
        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.uri()).isEqualTo("/2010-04-01/Accounts/AC1/Calls.json");
            assertThat(asked.body().split("&"))
                    .contains(
                            "To=%2B12025550111",
                            "From=%2B12025550100",
                            "Url=https%3A%2F%2Fdesk.example%2Fcall%3Falert%3D1",
                            "StatusCallback=https%3A%2F%2Fdesk.example%2Fcall%2Fstatus%3Falert%3D1",
                            "StatusCallbackEvent=answered",
                            "StatusCallbackEvent=completed",
                            "Timeout=20",
                            "MachineDetection=Enable");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 408})
    void aCallThatTheCarrierFailedAtIsUnknownAfterOnePost(int status) {
        provider.answers(status, "{\"code\":20500,\"status\":" + status + ",\"message\":\"to +12025550111\"}");
        assertThat(call()).isEqualTo(new SendOutcome.Unknown(UnknownReason.CARRIER_FAULT));
        assertThat(provider.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void aFaultOfTheCarrierIsUnknownAfterOnePost(int status) {
        provider.answers(status, "{\"code\":20500,\"status\":" + status + ",\"message\":\"to +12025550111\"}");
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.CARRIER_FAULT));
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void evenWithRetryAfterItIsOnePost() {
        provider.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            CountingCarrier.reply(exchange, 503, "");
        });
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.CARRIER_FAULT));
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void tooManyRequestsIsToBackOffAfterOnePost() {
        provider.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            CountingCarrier.reply(exchange, 429, "{\"code\":20429,\"status\":429,\"message\":\"slow down\"}");
        });
        assertThat(send()).isEqualTo(refused(20429, CarrierAction.BACK_OFF));
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void aTimeOutIsUnknownAfterOnePost() {
        provider.neverAnswers();
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.TIME_OUT));
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksIsUnknownAfterOnePost() {
        provider.answers(exchange -> {
            exchange.sendResponseHeaders(201, 4096);
            exchange.getResponseBody().write("{\"sid\"".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new java.io.IOException("breaks off");
        });
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.BROKEN_OFF));
        assertThat(provider.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "accepted", "[]", "<html></html>"})
    void anAnswerThatNobodyUnderstandsIsUnknown(String body) {
        provider.answers(201, body);
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER));
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        provider.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", provider.address() + "/elsewhere");
            CountingCarrier.reply(exchange, 307, "");
        });
        assertThat(send()).isEqualTo(new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER));
        assertThat(provider.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400,21211,MARK_NUMBER", "400,21610,OPTED_OUT", "401,20003,ALARM", "400,21408,ALARM_COORDINATOR"})
    void aRefusalHasItsCodeAndAction(int status, int code, CarrierAction action) {
        provider.answers(
                status, "{\"code\":" + code + ",\"status\":" + status + ",\"message\":\"'+12025550111' is bad\"}");
        assertThat(send()).isEqualTo(refused(code, action));
    }

    @ParameterizedTest
    @CsvSource({"401,20003,ALARM", "403,20003,ALARM", "429,20429,BACK_OFF", "413,20413,ALARM"})
    void aRefusalWithoutACodeIsToldByItsStatus(int status, int code, CarrierAction action) {
        provider.answers(status, "<html>a proxy</html>");
        assertThat(send()).isEqualTo(refused(code, action));
    }

    @Test
    void aCarrierThatIsNotReachedSurelySentNothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            URI nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
            taken.close();
            try (TwilioCarrier away = carrierAt(nobody)) {
                assertThat(away.send(TEXT).await().atMost(Duration.ofSeconds(10)))
                        .isEqualTo(refused(CarrierRefusal.NOT_REACHED, CarrierAction.BACK_OFF));
            }
        }
    }

    @Test
    void theLogIsReadPageByPage() {
        String other = "SM" + "b".repeat(32);
        provider.answers(exchange -> CountingCarrier.reply(
                exchange,
                200,
                exchange.getRequestURI().getQuery().contains("Page=1")
                        ? page(message(other, "outbound-api", "delivered"), "null")
                        : page(
                                message(SID, "inbound", "received"),
                                "\"/2010-04-01/Accounts/AC1/Messages.json?Page=1&PageToken=PA1\"")));
        List<CarrierMessage> messages =
                carrier.list(Instant.parse("2026-11-24T00:00:00Z")).await().atMost(Duration.ofSeconds(10));
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().inbound()).isTrue();
        assertThat(messages.getFirst().status()).isNull();
        assertThat(messages.getFirst().from()).isEqualTo(new PhoneNumber("+12025550100"));
        assertThat(messages.getFirst().createdAt()).isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(messages.getLast().id()).isEqualTo(new CarrierMessageId(other));
        assertThat(messages.getLast().status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(provider.asked().getFirst().uri()).contains("DateSent%3E=2026-11-24T00%3A00%3A00");
    }

    @Test
    void aLogThatCannotBeReadFailsWithoutTheProvidersWords() {
        provider.answers(503, "{\"message\":\"+12025550111\"}");
        assertThatThrownBy(() -> carrier.list(Instant.EPOCH).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(CarrierUnavailable.class)
                .hasMessageNotContaining("1202");
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void deletingTwiceIsFine() {
        provider.answers(204, "");
        carrier.delete(new CarrierMessageId(SID)).await().atMost(Duration.ofSeconds(10));
        provider.answers(404, "{\"code\":20404,\"status\":404,\"message\":\"gone\"}");
        carrier.delete(new CarrierMessageId(SID)).await().atMost(Duration.ofSeconds(10));
        assertThat(provider.asked())
                .extracting(CountingCarrier.Asked::method, CountingCarrier.Asked::uri)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        "DELETE", "/2010-04-01/Accounts/AC1/Messages/" + SID + ".json"));
    }

    @Test
    void aDeleteThatDidNotHappenFails() {
        provider.answers(500, "");
        assertThatThrownBy(
                        () -> carrier.delete(new CarrierMessageId(SID)).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(CarrierUnavailable.class);
    }

    @Test
    void nothingPrintsANumberOrAText() {
        CarrierMessage message =
                new CarrierMessage(new CarrierMessageId(SID), true, TEXT.from(), TEXT.to(), TEXT.body(), null, null);
        assertThat(TEXT + "" + TEXT.to() + message + new SendOutcome.Accepted(message.id())
                        + account(URI.create("http://x")))
                .doesNotContain("1202555", "Қабул", SID, "token=token");
    }

    private SendOutcome call() {
        return carrier.call(CALL).await().atMost(Duration.ofSeconds(10));
    }

    private SendOutcome send() {
        return carrier.send(TEXT).await().atMost(Duration.ofSeconds(10));
    }

    private static SendOutcome refused(int code, CarrierAction action) {
        return new SendOutcome.Refused(new CarrierRefusal(code, action));
    }

    private static CarrierAccount account(URI address) {
        return new CarrierAccount("AC1", new AuthToken("token"), address);
    }

    private static TwilioCarrier carrierAt(URI address) {
        return new TwilioCarrier(
                account(address), new OnceHttpClient(address, Timeout.ofSeconds(1), Timeout.ofMilliseconds(700)));
    }

    private static String page(String message, String next) {
        return "{\"uri\":\"/2010-04-01/Accounts/AC1/Messages.json\",\"messages\":[" + message
                + "],\"page\":0,\"page_size\":1,\"next_page_uri\":" + next + "}";
    }

    private static String message(String sid, String direction, String status) {
        return """
                {"sid":"%s","account_sid":"AC1","direction":"%s","status":"%s","from":"+12025550100","to":"+12025550111",\
                "body":"text","num_media":"0","num_segments":"1","date_created":"Tue, 24 Nov 2026 04:00:00 +0000"}""".formatted(sid, direction, status);
    }
}
