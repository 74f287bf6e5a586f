package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ovoz.contracts.desk.DeskEvent;
import org.ovoz.contracts.report.ReportEvent;

class GoldenEventsTest {

    static Stream<Object> events() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsItsGoldenFile(Object event) throws IOException {
        assertThat(Json.mapper().readTree(Json.write(event)))
                .isEqualTo(Json.mapper().readTree(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aGoldenFileIsReadAsItsEvent(Object event) throws IOException {
        Class<?> family = event instanceof ReportEvent ? ReportEvent.class : DeskEvent.class;
        Object read = EventTypes.read(EventTypes.nameOf(event.getClass()), golden(event), family);
        assertThat(read).isEqualTo(event);
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(events().map(Object::getClass).map(EventTypes::nameOf).collect(Collectors.toSet()))
                .isEqualTo(EventTypes.all().keySet());
    }

    @Test
    void aFieldOfANewerWriterIsIgnored() {
        String newer = Json.write(Samples.all().get(1)).replaceFirst("\\{", "{\"later\":1,");
        assertThat(EventTypes.read("org.ovoz.ReporterWrote.v1", newer, ReportEvent.class))
                .isEqualTo(Samples.all().get(1));
    }

    @Test
    void aReportFromBeforeInterpretersAsksForNone() {
        String older = Json.write(Samples.all().get(0)).replace("\"interpreter\":false,", "");
        assertThat(older).doesNotContain("interpreter");
        assertThat(EventTypes.read("org.ovoz.ReportReceived.v1", older, ReportEvent.class))
                .isEqualTo(Samples.all().get(0));
    }

    @Test
    void anEventOfAnotherTopicIsRefused() {
        assertThatThrownBy(() -> EventTypes.read("org.ovoz.CaseOpened.v1", "{}", ReportEvent.class))
                .isInstanceOf(MalformedContractException.class);
    }

    @Test
    void aMalformedEventIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> EventTypes.read(
                        "org.ovoz.ReporterWrote.v1", "{\"reportId\":\"canary +12025550111\"}", ReportEvent.class))
                .isInstanceOf(MalformedContractException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    private static String golden(Object event) throws IOException {
        String name = "/golden/" + event.getClass().getSimpleName() + ".json";
        try (var in = GoldenEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
