package org.ovoz.intake.channel.sms;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who sends canaries: numbers of the desk's staff account, which no reporter writes from. */
@ConfigMapping(prefix = "ovoz.canary")
interface CanaryTexts {

    /** None, and nothing is taken for a canary. */
    Optional<List<String>> numbers();
}
