package org.ovoz.intake.delivery.answer;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** Whether this line gives the single neutral answer (DESIGN 6: off unless switched on for the line). */
@ConfigMapping(prefix = "ovoz.line")
interface ImmediateAnswerConfig {

    boolean immediateAnswer();

    /** Counted from the first receipt. */
    Duration immediateAnswerWithin();

    List<String> languages();
}
