package org.ovoz.intake.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ovoz.intake.teams.Teams;

/** Holds the first test back until intake has read who the teams are, and keeps its log from then on. */
@Singleton
class TeamsAreKnown {

    private static final int AFTER_ALL_ELSE = 10_000;

    void wait(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent start, Teams teams) {
        CapturedLog.begin();
        Eventually.so(() -> assertThat(teams.now().active()).hasSize(Team.ALL.size()));
    }
}
