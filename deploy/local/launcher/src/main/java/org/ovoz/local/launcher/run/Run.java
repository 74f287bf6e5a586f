package org.ovoz.local.launcher.run;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.ovoz.local.launcher.parts.Ports;
import org.ovoz.local.launcher.parts.Surroundings;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.Pids;

/** {@code make run}: everything up, watched, and down again in order. */
public final class Run {
    private static final Duration LEFTOVERS_GRACE = Duration.ofSeconds(20);

    private final Options options;
    private final Map<String, String> environment;
    private final Screen screen;
    private final Clock clock;

    public Run(Options options, Map<String, String> environment, PrintStream out, Clock clock) {
        this.options = options;
        this.environment = environment;
        this.screen = new Screen(out);
        this.clock = clock;
    }

    /** Returns only if the start failed, with the exit status; otherwise runs until the program is stopped. */
    public int run() {
        LocalDirectory directory = new LocalDirectory(options.directory());
        try (RunLock ignored = RunLock.take(directory)) {
            boolean cold = !Files.exists(directory.root().resolve("data"));
            OwnLine line = new OwnLine(directory, options.empty());
            if (line.isTooLate(cold)) {
                screen.print(
                        "The demo is in " + directory.root() + "; OVOZ_LOCAL_DIR names another place to begin empty");
                return 1;
            }
            cleanUp(directory);
            Ports ports = ports(directory);
            List<String> obstacles = ports.obstacles();
            if (!obstacles.isEmpty()) {
                obstacles.forEach(screen::print);
                return 1;
            }
            screen.print("Starting Ovoz in " + directory.root());
            Surroundings here = new Surroundings(options.project(), directory, ports, line.isOwn(), options.purpose());
            return serve(new Stack(here, screen, clock), cold);
        } catch (RunLock.AlreadyRunning e) {
            screen.print(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int serve(Stack stack, boolean cold) {
        StopHook hook = StopHook.install(stack);
        try {
            stack.start();
        } catch (CompletionException e) {
            screen.print("The start failed: " + e.getCause());
            return hook.stopNow();
        }
        Figures figures = figures(stack, cold);
        options.figures().ifPresent(figures::write);
        screen.print(stack.summary(figures).text());
        return awaitStop();
    }

    private Figures figures(Stack stack, boolean cold) {
        Map<String, Long> memory = stack.running().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> Memory.mebibytes(e.getValue().pid())));
        return new Figures(cold, screen.elapsed(), stack.took(), memory);
    }

    private static int awaitStop() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void cleanUp(LocalDirectory directory) {
        List<String> leftovers = Pids.stopLeftovers(directory.pids(), Stack.STOP_ORDER, LEFTOVERS_GRACE);
        if (!leftovers.isEmpty()) {
            screen.say("stopped what a killed run had left: " + String.join(", ", leftovers));
        }
    }

    private Ports ports(LocalDirectory directory) {
        return options.automaticPorts()
                ? Ports.automatic(StackFile.portsBefore(directory))
                : Ports.configured(environment);
    }
}
