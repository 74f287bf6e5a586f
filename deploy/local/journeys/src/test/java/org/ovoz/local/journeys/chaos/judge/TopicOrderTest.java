package org.ovoz.local.journeys.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.chaos.judge.facts.Told;

class TopicOrderTest {

    private final UUID report = UUID.randomUUID();

    @Test
    void anEventAfterALaterOneWasOvertaken() {
        List<Told> told = List.of(event(1), event(3), event(2), event(4));
        assertThat(TopicOrder.overtaken(told)).isEqualTo(1);
        assertThat(TopicOrder.repeated(told)).isZero();
    }

    @Test
    void anEventSentAgainWasNot() {
        Told first = event(1);
        List<Told> told = List.of(first, event(2), first);
        assertThat(TopicOrder.overtaken(told)).isZero();
        assertThat(TopicOrder.repeated(told)).isEqualTo(1);
    }

    private Told event(long sequence) {
        return new Told(UUID.randomUUID(), report, sequence, "any", Optional.empty(), AFacts.BEGAN);
    }
}
