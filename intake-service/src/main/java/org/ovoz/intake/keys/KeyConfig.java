package org.ovoz.intake.keys;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the key files lie. */
@ConfigMapping(prefix = "ovoz.keys")
interface KeyConfig {

    Path lineAdmin();

    Path catchAllTeam();

    Path lineRecord();

    Path signing();

    Path vault();

    Path lookup();
}
