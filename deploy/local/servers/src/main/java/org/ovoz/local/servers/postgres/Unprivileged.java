package org.ovoz.local.servers.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root, so root runs it in a user namespace in which it is nobody. */
final class Unprivileged {
    private static final List<String> WRAPPER = wrapper();

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        List<String> line = new ArrayList<>(WRAPPER);
        line.addAll(command);
        return line;
    }

    private static List<String> wrapper() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!works(List.of("unshare", "-U", "true"))) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root and this system forbids `unshare -U`: run as another user");
        }
        return List.of("unshare", "-U");
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
