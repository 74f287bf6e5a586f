package org.ovoz.notify.key.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How challenges are guarded. */
@ConfigMapping(prefix = "ovoz.key-proof")
interface ProofSettings {

    /** How long an answer counts: as long as somebody needs for two words of six, and no longer. */
    @WithDefault("PT10M")
    Duration valid();

    /** Open ones of one person; the oldest go first. */
    @WithDefault("8")
    int atMost();
}
