package org.ovoz.local.launcher.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.local.launcher.parts.Purpose;

/**
 * How to run.
 *
 * @param project the root of the checkout
 * @param automaticPorts free ports instead of the usual ones
 * @param figures where to write times and memory once everything is up
 * @param empty nobody but an administrator: the line is set up in the console
 */
public record Options(
        Path project, Path directory, boolean automaticPorts, Optional<Path> figures, boolean empty, Purpose purpose) {
    public static final String USAGE = """
        run [--ports=auto] [--figures FILE] [--empty] [--train | --tests]   starts the local stack; OVOZ_LOCAL_DIR and OVOZ_PORT_... say where
        """;

    /** @throws IllegalArgumentException with the usage if an argument is unknown */
    public static Options of(List<String> arguments, Map<String, String> environment) {
        boolean automatic = false;
        boolean empty = false;
        Purpose purpose = Purpose.WORK;
        Optional<Path> figures = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--ports=auto" -> automatic = true;
                case "--empty" -> empty = true;
                case "--train" -> purpose = Purpose.TRAINING;
                case "--tests" -> purpose = Purpose.TESTS;
                case "--figures" -> {
                    i++;
                    if (i == arguments.size()) {
                        throw new IllegalArgumentException(USAGE);
                    }
                    figures = Optional.of(Path.of(arguments.get(i)));
                }
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        Path project = Path.of(environment.getOrDefault("OVOZ_PROJECT", "."))
                .toAbsolutePath()
                .normalize();
        return new Options(project, directory(project, environment), automatic, figures, empty, purpose);
    }

    public static Path directory(Path project, Map<String, String> environment) {
        return project.resolve(environment.getOrDefault("OVOZ_LOCAL_DIR", ".local"))
                .normalize();
    }
}
