package org.ovoz.local.journeys.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How to play.
 *
 * @param stack the directory of a running stack; absent for one of its own
 * @param ledger an earlier run's ledger, judged without playing anything
 * @param figures where to write the result as JSON
 */
record Options(
        long seed,
        Duration length,
        int perSecond,
        Optional<Path> stack,
        Optional<Path> ledger,
        Optional<Path> figures) {
    static final String USAGE = """
            [--seed N] [--minutes N] [--rate TEXTS_A_SECOND] [--figures FILE] [--stack DIRECTORY [--judge LEDGER]]
            """;
    private static final Set<String> NAMES = Set.of("--seed", "--minutes", "--rate", "--figures", "--stack", "--judge");

    /** @throws IllegalArgumentException with the usage if an argument is unknown or lacks another */
    static Options of(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!NAMES.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        // Without its stack there is nothing to judge by, and a stack of its own would be made where the ledger lies.
        if (given.containsKey("--judge") && !given.containsKey("--stack")) {
            throw new IllegalArgumentException(USAGE);
        }
        try {
            return new Options(
                    given.containsKey("--seed")
                            ? Long.parseLong(given.get("--seed"))
                            : RandomGenerator.getDefault().nextLong(1_000_000),
                    Duration.ofMinutes(Long.parseLong(given.getOrDefault("--minutes", "10"))),
                    Integer.parseInt(given.getOrDefault("--rate", "10")),
                    Optional.ofNullable(given.get("--stack")).map(Path::of),
                    Optional.ofNullable(given.get("--judge")).map(Path::of),
                    Optional.ofNullable(given.get("--figures")).map(Path::of));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }
}
