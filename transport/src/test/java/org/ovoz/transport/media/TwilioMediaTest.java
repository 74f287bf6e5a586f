package org.ovoz.transport.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.transport.carrier.AuthToken;
import org.ovoz.transport.carrier.CarrierAccount;
import org.ovoz.transport.media.MediaOutcome.NotGiven;
import org.ovoz.transport.media.MediaOutcome.Why;

class TwilioMediaTest {

    private static final String ACCOUNT = "AC1";
    private static final MediaId ID = new MediaId("MM" + "a".repeat(32), "ME" + "b".repeat(32));
    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/" + ID.message() + "/Media/" + ID.media();
    private static final String CREDENTIALS = "Basic QUMxOnRva2Vu";
    private static final byte[] PICTURE = {1, 2, 3, -4};
    private static final int LARGEST = 10_000;

    private MediaCarrier carrier;
    private MediaCarrier elsewhere;
    private TwilioMedia media;

    @BeforeEach
    void open() throws IOException {
        carrier = new MediaCarrier();
        elsewhere = new MediaCarrier();
        media = mediaAt(carrier.address(), Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        media.close();
        carrier.close();
        elsewhere.close();
    }

    @Test
    void isAskedForByItsIdsAndWithTheAccountsCredentials() {
        carrier.answers(PATH, 200, PICTURE);
        assertFetched();
        assertThat(carrier.asked()).containsExactly(new MediaCarrier.Asked("GET", PATH, CREDENTIALS));
    }

    @Test
    void whereTheCarrierPointsToGetsNoCredentials() {
        carrier.pointsTo(PATH, "/kept/1?signature=x");
        carrier.answers("/kept/1", 200, PICTURE);
        assertFetched();
        assertThat(carrier.asked())
                .containsExactly(
                        new MediaCarrier.Asked("GET", PATH, CREDENTIALS),
                        new MediaCarrier.Asked("GET", "/kept/1?signature=x", null));
    }

    @Test
    void anotherHostIsNotAsked() {
        elsewhere.answers("/metadata", 200, PICTURE);
        carrier.pointsTo(PATH, elsewhere.address() + "/metadata");
        assertThat(fetch()).isEqualTo(new NotGiven(Why.SENT_ELSEWHERE));
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void oneThatPointsOnIsNotFollowedAgain() {
        carrier.pointsTo(PATH, "/kept/1");
        carrier.pointsTo("/kept/1", "/kept/2");
        carrier.answers("/kept/2", 200, PICTURE);
        assertThat(fetch()).isEqualTo(new NotGiven(Why.UNREADABLE_ANSWER));
    }

    @ParameterizedTest
    @CsvSource({
        "https://kept.example/x, true",
        "https://KEPT.example/x, true",
        "https://kept.example:443/x, true",
        "http://kept.example/x, false",
        "https://kept.example:8443/x, false",
        "https://user@kept.example/x, false",
        "https://kept.example.org/x, false",
        "https://other.example/x, false",
        "https://127.0.0.1/x, false",
        "http://169.254.169.254/latest, false",
        "file:///etc/passwd, false",
        "//kept.example/x, true",
        "not a url, false",
    })
    void isFollowedToNamedHostsByTlsOnly(String location, boolean followed) {
        RedirectRule rule = new RedirectRule(URI.create("https://api.example"), Set.of("kept.example"));
        assertThat(rule.follow(URI.create("https://api.example/a"), location).isPresent())
                .isEqualTo(followed);
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        carrier.answers(PATH, 200, new byte[LARGEST + 1]);
        assertThat(fetch()).isEqualTo(new MediaOutcome.TooLarge());
        carrier.neverEnds(PATH, 4_096, 1);
        assertThat(fetch()).isEqualTo(new MediaOutcome.TooLarge());
    }

    @Test
    void exactlyTheLargestIsTaken() {
        carrier.answers(PATH, 200, new byte[LARGEST]);
        assertThat(fetch()).isInstanceOf(MediaOutcome.Fetched.class);
    }

    @Test
    void whatDripsIsGivenUp() {
        media.close();
        media = mediaAt(carrier.address(), Duration.ofMillis(300));
        carrier.neverEnds(PATH, 1, 20);
        assertThat(fetch()).isEqualTo(new NotGiven(Why.LATE));
    }

    @ParameterizedTest
    @CsvSource({
        "500, CARRIER_FAULT",
        "503, CARRIER_FAULT",
        "401, NOT_ADMITTED",
        "403, NOT_ADMITTED",
        "429, TOO_BUSY",
        "206, UNREADABLE_ANSWER"
    })
    void refusalsMayGoBetterLater(int status, Why why) {
        carrier.answers(PATH, status, PICTURE);
        assertThat(fetch()).isEqualTo(new NotGiven(why));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsNotThereIsToldFromWhatIsNotGiven(int status) {
        carrier.answers(PATH, status, new byte[0]);
        assertThat(fetch()).isEqualTo(new MediaOutcome.NotThere());
    }

    @Test
    void aCarrierThatIsAwayIsNotReached() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (TwilioMedia away = mediaAt(URI.create("http://127.0.0.1:" + closed), Duration.ofSeconds(20))) {
            assertThat(away.fetch(ID).await().indefinitely()).isEqualTo(new NotGiven(Why.NOT_REACHED));
            assertThat(away.delete(ID).await().indefinitely()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"204, true", "404, true", "500, false", "401, false", "409, false"})
    void isDeletedOnceTheCarrierSaysSo(int status, boolean deleted) {
        carrier.answers(PATH + ".json", status, new byte[0]);
        assertThat(media.delete(ID).await().indefinitely()).isEqualTo(deleted);
        assertThat(carrier.asked()).containsExactly(new MediaCarrier.Asked("DELETE", PATH + ".json", CREDENTIALS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.twilio.com%s", "http://169.254.169.254%s", "https://evil.example:99%s?x=y#z", "%s"})
    void ofAnAddressOnlyTheIdsCount(String form) {
        assertThat(MediaId.of(ACCOUNT, ID.message(), form.formatted(PATH))).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/a.jpg",
                "/2010-04-01/Accounts/AC2/Messages/MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Media/MEbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "/2010-04-01/Accounts/AC1/Messages/MMcccccccccccccccccccccccccccccccc/Media/MEbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "/2010-04-01/Accounts/AC1/Messages/MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Media/../../x",
                "/2010-04-01/Accounts/AC1/Messages/MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Media/MEbbb",
                "mailto:a@b.example",
                "not a url",
                ""
            })
    void anAddressOfSomethingElseIsNone(String url) {
        assertThat(MediaId.of(ACCOUNT, ID.message(), url)).isEmpty();
    }

    @Test
    void idsAndContentAreNotPrinted() {
        assertThat(ID + " " + new MediaOutcome.Fetched(PICTURE)).doesNotContain("aaaa", "bbbb", "1, 2");
    }

    private void assertFetched() {
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        MediaOutcome.Fetched.class,
                        fetched -> assertThat(fetched.bytes()).isEqualTo(PICTURE));
    }

    private MediaOutcome fetch() {
        return media.fetch(ID).await().indefinitely();
    }

    private static TwilioMedia mediaAt(URI address, Duration within) {
        return new TwilioMedia(
                new CarrierAccount(ACCOUNT, new AuthToken("token"), address),
                new MediaLimits(LARGEST, within, Set.of("kept.example")));
    }
}
