package org.ovoz.notify.console;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the console's users sign in. Public. */
@ConfigMapping(prefix = "ovoz.console")
interface ConsoleSettings {

    /** The realm, as it names itself in its tokens. */
    URI issuer();

    String clientId();
}
