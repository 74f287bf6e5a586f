package org.ovoz.notify.coverage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ovoz.notify.coverage.map.Cell;
import org.ovoz.notify.coverage.map.CoverageMap;
import org.ovoz.notify.coverage.map.Level;

/** {@code ovoz.coverage.readers}: people who are there now; {@code ovoz.coverage.gap.hours}: coming hours in which nobody reads a language. */
@ApplicationScoped
class CoverageMeters {

    private final MultiGauge readers;
    private final MultiGauge gapHours;

    CoverageMeters(MeterRegistry meters) {
        readers = MultiGauge.builder("ovoz.coverage.readers").register(meters);
        gapHours = MultiGauge.builder("ovoz.coverage.gap.hours").register(meters);
    }

    void show(CoverageMap map) {
        readers.register(
                map.cells().stream()
                        .<MultiGauge.Row<?>>map(cell -> MultiGauge.Row.of(
                                Tags.of(
                                        "language",
                                        cell.language().value(),
                                        "region",
                                        cell.region().value()),
                                cell.readers()))
                        .toList(),
                true);
        Map<String, List<Cell>> languages = map.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.language().value()));
        gapHours.register(
                languages.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                one -> MultiGauge.Row.of(Tags.of("language", one.getKey()), unread(one.getValue())))
                        .toList(),
                true);
    }

    /** Hours in which the language is read in no region. */
    private static long unread(List<Cell> cells) {
        return IntStream.range(0, cells.getFirst().hours().size())
                .filter(hour -> cells.stream().allMatch(cell -> cell.hours().get(hour) == Level.NONE))
                .count();
    }
}
