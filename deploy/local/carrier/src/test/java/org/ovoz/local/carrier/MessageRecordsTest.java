package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.scene.Scene;

/** Listing, fetching, redacting and deleting messages through the SDK. */
class MessageRecordsTest {
    @RegisterExtension
    static final Scene SCENE = new Scene();

    @RegisterExtension
    static final Scene SLOW =
            new Scene(settings -> settings.withPace(new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1))));

    @Test
    void aListIsReadThroughAllItsPagesNewestFirst() {
        IntStream.rangeClosed(1, 7).forEach(number -> SCENE.carrier().text(PHONE, HOTLINE, "text " + number));

        List<String> bodies = bodies(Message.reader().setPageSize(3L));

        assertThat(bodies).containsExactly("text 7", "text 6", "text 5", "text 4", "text 3", "text 2", "text 1");
    }

    @Test
    void aPageStaysWhereItWasWhenNewMessagesCome() {
        IntStream.rangeClosed(1, 4).forEach(number -> SCENE.carrier().text(PHONE, HOTLINE, "text " + number));
        MessageReader reader = Message.reader().setPageSize(2L);
        var first = reader.firstPage(SCENE.sdk());

        SCENE.carrier().text(PHONE, HOTLINE, "text 5");

        assertThat(reader.nextPage(first, SCENE.sdk()).getRecords())
                .extracting(Message::getBody)
                .containsExactly("text 2", "text 1");
    }

    @Test
    void aListIsFilteredBySenderRecipientAndDate() {
        SCENE.carrier().text(PHONE, HOTLINE, "in");
        SCENE.carrier().text(OTHER_PHONE, HOTLINE, "from another phone");
        SCENE.sendToTheEnd(PHONE, "out");
        ZonedDateTime now = ZonedDateTime.now();

        assertThat(bodies(Message.reader().setFrom(new PhoneNumber(PHONE)))).containsExactly("in");
        assertThat(bodies(Message.reader().setTo(new PhoneNumber(PHONE)))).containsExactly("out");
        assertThat(bodies(Message.reader().setDateSentAfter(now.minusMinutes(1)).setTo(new PhoneNumber(HOTLINE))))
                .containsExactly("from another phone", "in");
        assertThat(bodies(Message.reader().setDateSentAfter(now.plusMinutes(1))))
                .isEmpty();
        assertThat(bodies(Message.reader().setDateSentBefore(now.minusMinutes(1))))
                .isEmpty();
    }

    @Test
    void aDayFiltersByItsWholeLengthAndADateThatIsNoneIsRefused() {
        SCENE.carrier().text(PHONE, HOTLINE, "today");
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();

        assertThat(list("DateSent=" + today).body()).contains("today");
        assertThat(list("DateSent%3C=" + "2020-01-01").body()).doesNotContain("today");
        assertThat(list("DateSent=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void anAccountSeesItsOwnMessagesOnly() {
        String sid = SCENE.send(PHONE, "Salom").getSid();

        assertThat(Message.reader().read(SCENE.staffSdk())).isEmpty();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Message.fetcher(sid).fetch(SCENE.staffSdk()))
                .satisfies(missing -> assertThat(missing.getCode()).isEqualTo(20404));
    }

    @Test
    void aDeletedMessageIsGone() {
        String sid = SCENE.carrier().text(PHONE, HOTLINE, "Salom");

        assertThat(Message.deleter(sid).delete(SCENE.sdk())).isTrue();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> SCENE.fetch(sid))
                .satisfies(missing -> assertThat(missing.getStatusCode()).isEqualTo(404));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Message.deleter(sid).delete(SCENE.sdk()));
    }

    @Test
    void aMessageUnderWayCanBeNeitherDeletedNorRedacted() {
        String sid = SLOW.send(PHONE, "Salom").getSid();

        isNotYetPossible(() -> Message.deleter(sid).delete(SLOW.sdk()));
        isNotYetPossible(() -> Message.updater(sid).setBody("").update(SLOW.sdk()));
        assertThat(SLOW.fetch(sid).getBody()).isEqualTo("Salom");
    }

    @Test
    void aRedactedMessageHasNoWordsLeft() {
        Message message = SCENE.sendToTheEnd(PHONE, "Salom");

        Message.updater(message.getSid()).setBody("").update(SCENE.sdk());

        assertThat(SCENE.fetch(message.getSid()).getBody()).isEmpty();
        assertThat(SCENE.received(PHONE)).as("what the phone has, it keeps").hasSize(1);
    }

    private static void isNotYetPossible(ThrowingCallable what) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(what).satisfies(refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(409);
            assertThat(refusal.getCode()).isEqualTo(20009);
        });
    }

    private static List<String> bodies(MessageReader reader) {
        return StreamSupport.stream(reader.read(SCENE.sdk()).spliterator(), false)
                .map(Message::getBody)
                .toList();
    }

    private static java.net.http.HttpResponse<String> list(String query) {
        String credentials = SCENE.customer().sid() + ":" + SCENE.customer().authToken();
        String basic = "Basic " + java.util.Base64.getEncoder().encodeToString(credentials.getBytes());
        String path = "/2010-04-01/Accounts/" + SCENE.customer().sid() + "/Messages.json?" + query;
        return SCENE.control().get(path, "Authorization", basic);
    }
}
