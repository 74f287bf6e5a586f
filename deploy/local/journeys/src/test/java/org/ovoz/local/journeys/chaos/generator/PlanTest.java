package org.ovoz.local.journeys.chaos.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final Plan plan = Plan.of(1, 10, Duration.ofMinutes(1));

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherOneAnother() {
        assertThat(Plan.of(1, 10, Duration.ofMinutes(1))).isEqualTo(plan);
        assertThat(Plan.of(2, 10, Duration.ofMinutes(1))).isNotEqualTo(plan);
    }

    @Test
    void textsAreDueEvenlyWhateverBecomesOfThem() {
        assertThat(plan.texts()).hasSize(600);
        assertThat(plan.texts().get(599).due()).isEqualTo(Duration.ofMillis(59_900));
    }

    @Test
    void theTextsOfASenderAreCounted() {
        plan.texts().stream()
                .collect(Collectors.groupingBy(
                        PlannedText::sender, Collectors.mapping(PlannedText::place, Collectors.toList())))
                .values()
                .forEach(places -> assertThat(places)
                        .isEqualTo(IntStream.range(0, places.size()).boxed().toList()));
    }

    @Test
    void everyMannerIsThere() {
        List<Manner> manners = plan.texts().stream().map(PlannedText::manner).toList();
        assertThat(manners).anyMatch(Manner::again).anyMatch(Manner::hangUp);
        assertThat(manners).anyMatch(manner -> manner.copies() > 1).anyMatch(manner -> manner.tries() == 1);
    }
}
