package org.ovoz.local.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.ovoz.local.launcher.run.Options;
import org.ovoz.local.launcher.run.Run;
import org.ovoz.local.launcher.run.Stop;
import org.ovoz.local.launcher.sign.Sign;
import org.ovoz.local.launcher.sign.SignRefused;
import org.ovoz.local.servers.process.LocalDirectory;

/** {@code run}, {@code stop} and {@code sign}. */
public final class Main {
    private static final String USAGE = Options.USAGE + """
            stop                                  stops the stack that runs in OVOZ_LOCAL_DIR
            """ + Sign.USAGE;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.getenv()));
    }

    static int run(List<String> arguments, PrintStream out, Map<String, String> environment) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "run" -> new Run(Options.of(rest, environment), environment, out, Clock.systemUTC()).run();
                case "stop" -> stop(out, environment);
                case "sign" -> sign(rest, out);
                default -> throw new IllegalArgumentException(USAGE);
            };
        } catch (IllegalArgumentException | SignRefused e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int stop(PrintStream out, Map<String, String> environment) {
        Options options = Options.of(List.of(), environment);
        out.println(new Stop(new LocalDirectory(options.directory())).run());
        return 0;
    }

    private static int sign(List<String> arguments, PrintStream out) {
        new Sign(out, Clock.systemUTC()).run(arguments);
        return 0;
    }
}
