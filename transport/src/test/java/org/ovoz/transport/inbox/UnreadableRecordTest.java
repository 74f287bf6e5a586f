package org.ovoz.transport.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ovoz.transport.inbox.InboxFixture.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ovoz.transport.TestDatabase;

@ResourceLock("transport_inbox")
class UnreadableRecordTest {

    private static final UUID KEY = UUID.fromString("6f1f7a4e-0c5b-4f0a-9d53-7a3a6a7a1c01");
    private static final UUID ID = UUID.fromString("0e37df36-f698-11e6-8dd4-cb9ced3df976");

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "ce_specversion", "1.0",
            "ce_id", ID.toString(),
            "ce_type", "org.ovoz.Test.v1",
            "ce_source", "urn:ovoz:test",
            "ce_subject", KEY.toString(),
            "ce_time", "2026-11-24T04:00:00.123456Z",
            "ce_sequence", "7",
            "content-type", "application/json"));

    private InboxFixture desk;

    @BeforeEach
    void open() {
        desk = new InboxFixture();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCloudEventInBinaryModeIsRead() throws Exception {
        assertThat(ReceivedEvent.from(message(0, bytes("{\"a\":\"я\"}"))))
                .isEqualTo(new ReceivedEvent(
                        ID,
                        InboxFixture.TOPIC,
                        KEY.toString(),
                        7,
                        "org.ovoz.Test.v1",
                        Instant.parse("2026-11-24T04:00:00.123456Z"),
                        "{\"a\":\"я\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id,,not-a-cloudevent",
        "ce_type,,not-a-cloudevent",
        "ce_specversion,9.9,not-a-cloudevent",
        "ce_id,1,bad-id",
        "ce_subject,somebody,key-differs",
        "ce_subject,,key-differs",
        "ce_sequence,,bad-sequence",
        "ce_sequence,0,bad-sequence",
        "ce_sequence,seven,bad-sequence",
        "ce_time,,bad-time",
        "ce_time,yesterday,not-a-cloudevent"
    })
    void aMissingOrWrongHeaderHasACode(String header, String value, String reason) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        assertThatThrownBy(() -> ReceivedEvent.from(message(0, bytes("{}")))).hasMessage(reason);
    }

    @Test
    void dataThatIsNoTextHasACode() {
        assertThatThrownBy(() -> ReceivedEvent.from(message(0, new byte[] {(byte) 0xC3, 0x28})))
                .hasMessage("bad-data");
        assertThatThrownBy(() -> ReceivedEvent.from(message(0, bytes("{\0}")))).hasMessage("bad-data");
        assertThatThrownBy(() -> ReceivedEvent.from(message(0, null))).hasMessage("no-data");
    }

    @Test
    void anUnreadableRecordIsKeptAsItIsOnceAndShown() {
        headers.clear();
        byte[] raw = {1, 2, (byte) 0xFF};
        for (int i = 0; i < 2; i++) {
            assertThat(await(desk.inbox.receive(message(42, raw), desk::handle)))
                    .isEqualTo(new InboxOutcome.Parked("not-a-cloudevent"));
        }
        assertThat(TestDatabase.rows(desk.pool, "SELECT record_offset, reason, raw FROM inbox_unreadable"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getLong(0)).isEqualTo(42);
                    assertThat(row.getString(1)).isEqualTo("not-a-cloudevent");
                    assertThat(row.getBuffer(2).getBytes()).isEqualTo(raw);
                });
        assertThat(await(desk.inbox.backlog())).isEqualTo(new InboxBacklog(0, 0, 1));
    }

    @Test
    void anotherRecordAtTheSameOffsetOfATopicMadeAnewIsKeptToo() {
        headers.clear();
        await(desk.inbox.receive(message(1, bytes("a")), desk::handle));
        await(desk.inbox.receive(message(1, bytes("b")), desk::handle));
        assertThat(await(desk.inbox.backlog()).unreadable()).isEqualTo(2);
    }

    @Test
    void aTombstoneIsIgnoredWhereItBelongsAndShownWhereItDoesNot() {
        headers.clear();
        assertThat(await(desk.latest.receive(message(1, null), desk::handle))).isEqualTo(new InboxOutcome.Duplicate());
        assertThat(await(desk.inbox.receive(message(1, null), desk::handle))).isInstanceOf(InboxOutcome.Parked.class);
    }

    private ConsumerRecord<String, byte[]> message(long offset, byte[] value) {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(InboxFixture.TOPIC, 0, offset, KEY.toString(), value);
        headers.forEach((name, text) -> message.headers().add(name, bytes(text)));
        return message;
    }

    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length);
    }
}
