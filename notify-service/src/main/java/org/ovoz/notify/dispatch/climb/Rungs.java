package org.ovoz.notify.dispatch.climb;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.ovoz.notify.dispatch.ladder.EscalationLadder;
import org.ovoz.notify.dispatch.ladder.Rung;

/** The ladders as they are configured. */
@Singleton
class Rungs {

    private final LadderSettings settings;
    private final EscalationLadder urgent;
    private final EscalationLadder ordinary;

    Rungs(LadderSettings settings) {
        this.settings = settings;
        this.urgent = ladder(settings.urgent(), settings.urgentRest(), settings.urgentRestAtMost());
        this.ordinary = ladder(settings.ordinary(), settings.ordinaryRest(), settings.ordinaryRestAtMost());
    }

    EscalationLadder of(boolean isUrgent) {
        return isUrgent ? urgent : ordinary;
    }

    Duration pause(boolean danger) {
        return danger ? settings.dangerPause() : settings.pause();
    }

    private static EscalationLadder ladder(
            List<LadderSettings.RungSettings> rungs, Duration rest, Duration restAtMost) {
        List<Rung> inOrder = IntStream.range(0, rungs.size())
                .mapToObj(i -> new Rung(
                        i + 1,
                        rungs.get(i).reach(),
                        rungs.get(i).ways(),
                        rungs.get(i).then()))
                .toList();
        return new EscalationLadder(inOrder, rest, restAtMost);
    }
}
