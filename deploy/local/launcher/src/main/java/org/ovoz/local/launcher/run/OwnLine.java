package org.ovoz.local.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ovoz.local.servers.process.LocalDirectory;

/** Whether this stack's line is one of its user's own, and not the demo's; what began as the one stays it. */
record OwnLine(LocalDirectory directory, boolean asked) {
    static final String NAME = "line";

    boolean isOwn() {
        return asked || isThere();
    }

    /** @param cold whether nothing was ever started there */
    boolean isTooLate(boolean cold) {
        return asked && !cold && !isThere();
    }

    private boolean isThere() {
        return Files.isDirectory(path());
    }

    private Path path() {
        return directory.root().resolve(NAME);
    }
}
