package org.ovoz.notify.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The console's static bundle as it was built, in memory. What is in it, its own list of hashes says; nothing else is served. */
@ApplicationScoped
class ConsoleBundle {

    private static final Logger LOG = Logger.getLogger(ConsoleBundle.class);
    private static final String PLACE = "/console/";
    private static final String SUMS = "SHA256SUMS";

    private final Map<String, ConsoleFile> files;

    ConsoleBundle() {
        ConsoleFile sums = ConsoleFile.of(SUMS, read(SUMS));
        this.files = new String(sums.plain(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("  ") + 2))
                .collect(Collectors.toMap(name -> name, name -> ConsoleFile.of(name, read(name))));
        this.files.put(SUMS, sums);
        LOG.infof("console bundle, SHA-256 of its list: %s", sums.tag());
    }

    Optional<ConsoleFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static byte[] read(String name) {
        try (InputStream in = ConsoleBundle.class.getResourceAsStream(PLACE + name)) {
            if (in == null) {
                throw new IllegalStateException("the console is not in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
