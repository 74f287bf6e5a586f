package org.ovoz.intake.conversation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When a thread ends, and how long the carrier's ids are recognised. */
@ConfigMapping(prefix = "ovoz.line")
public interface LineTimes {

    /** After so much silence a text opens a new report. */
    Duration silence();

    /** For so long the same carrier id makes no second message. */
    Duration messageIdsKept();
}
