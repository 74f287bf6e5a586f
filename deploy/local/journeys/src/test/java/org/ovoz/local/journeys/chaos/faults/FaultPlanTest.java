package org.ovoz.local.journeys.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(FaultPlan.rounds(3, 2)).isEqualTo(FaultPlan.rounds(3, 2)).isNotEqualTo(FaultPlan.rounds(4, 2));
    }

    @Test
    void everyPartOnTheWayIsKilledAndFrozenInEachRound() {
        List<Fault> round = FaultPlan.rounds(3, 1);
        for (String part : List.of("intake", "desk", "kafka", "postgres", "shred")) {
            assertThat(round.stream().filter(fault -> fault.part().equals(part)).map(Fault::kind))
                    .as(part)
                    .contains(Fault.Kind.KILL, Fault.Kind.FREEZE);
        }
    }

    @Test
    void noPartIsStruckTwiceInARow() {
        List<Fault> faults = FaultPlan.rounds(5, 20);
        for (int i = 1; i < faults.size(); i++) {
            assertThat(faults.get(i).part()).isNotEqualTo(faults.get(i - 1).part());
        }
    }
}
