package org.ovoz.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.transport.outbox.OutboxEvent;

/** Intake writes each of its events as the contracts' golden files have it, which the desk's tests read. */
class GoldenEventsTest {

    static Stream<Class<?>> events() {
        return Stream.of(ReportEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsItsGoldenFile(Class<?> type) throws IOException {
        String golden = golden(type);
        ReportEvent event = EventTypes.read(EventTypes.nameOf(type), golden, ReportEvent.class);
        OutboxEvent written = ReportEvents.after(6, List.of(event)).getFirst();
        assertThat(Json.mapper().readTree(written.json()))
                .isEqualTo(Json.mapper().readTree(golden));
        assertThat(written.type()).isEqualTo("org.ovoz." + type.getSimpleName() + ".v1");
        assertThat(written.topic()).isEqualTo(Topics.REPORTS);
        assertThat(written.key()).isEqualTo(event.reportId().toString());
        assertThat(written.occurredAt()).isEqualTo(event.at());
        assertThat(written.sequence()).isEqualTo(7);
    }

    private static String golden(Class<?> event) {
        String name = "/golden/" + event.getSimpleName() + ".json";
        try (InputStream file = ReportEvent.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
