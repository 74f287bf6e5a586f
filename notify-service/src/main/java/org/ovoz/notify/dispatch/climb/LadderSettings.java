package org.ovoz.notify.dispatch.climb;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.dispatch.ladder.Reach;

/** The ladders; their rungs are in {@code application.properties}, after the clocks of DOMAIN. */
@ConfigMapping(prefix = "ovoz.ladder")
public interface LadderSettings {

    /** Of a report that nobody has read yet, or whose reporter is in danger. */
    List<RungSettings> urgent();

    /** Of a message in a case that was read. */
    List<RungSettings> ordinary();

    /** After the first round; doubles with each. */
    @WithDefault("PT5M")
    Duration urgentRest();

    @WithDefault("PT15M")
    Duration ordinaryRest();

    @WithDefault("PT30M")
    Duration urgentRestAtMost();

    @WithDefault("PT2H")
    Duration ordinaryRestAtMost();

    /** How long an acknowledgement or a claim holds a ladder up. */
    @WithDefault("PT10M")
    Duration pause();

    /** The same for somebody in danger. */
    @WithDefault("PT5M")
    Duration dangerPause();

    /** A rung. */
    interface RungSettings {

        Reach reach();

        Set<AlertKind> ways();

        /** Until the next one. */
        Duration then();
    }
}
