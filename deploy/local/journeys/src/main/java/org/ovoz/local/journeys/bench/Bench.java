package org.ovoz.local.journeys.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ovoz.local.journeys.running.RunningStack;

/** {@code make bench}: measures on a stack of its own and prints what came out; ends with 2 on an unknown argument. */
public final class Bench {
    private static final Path DIRECTORY = Path.of("target/bench");
    private static final String USAGE = "[--figures FILE]";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Optional<Path> figures;
        switch (List.of(arguments)) {
            case List<String> none when none.isEmpty() -> figures = Optional.empty();
            case List<String> two
            when two.size() == 2 && two.getFirst().equals("--figures") -> figures = Optional.of(Path.of(two.getLast()));
            default -> {
                System.err.println(USAGE);
                System.exit(2);
                return;
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Figures measured = new Measurements(RunningStack.startIn(Path.of("."), DIRECTORY), out).take();
        out.print(measured.table());
        figures.ifPresent(measured::write);
        System.exit(0);
    }
}
