package org.ovoz.local.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.HttpHealth;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.Pids;
import org.ovoz.local.servers.process.ServiceProcess;

/**
 * A second instance of a packaged service beside the stack's own: started by the command and with the settings of the running one, but
 * for its name, its ports and what a test changes. Nobody starts it again when it dies.
 */
final class OwnInstance implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final LocalDirectory directory;
    private final List<String> command;
    private final Map<String, String> settings;
    private ServiceProcess process;

    private OwnInstance(String name, LocalDirectory directory, List<String> command, Map<String, String> settings) {
        this.name = name;
        this.directory = directory;
        this.command = command;
        this.settings = settings;
        this.process = launch();
    }

    /** Returns when it is ready. */
    static OwnInstance start(Stack stack, String service, String name, Map<String, String> changed) {
        LocalDirectory directory = new LocalDirectory(stack.directory());
        Map<String, String> settings = settings(stack, service);
        Iterator<Integer> ports = FreePorts.some(3).iterator();
        settings.put("OVOZ_HTTP_PORT", ports.next().toString());
        settings.put("OVOZ_ORDERS_PORT", ports.next().toString());
        settings.put("OVOZ_MANAGEMENT_PORT", ports.next().toString());
        settings.put("OVOZ_INSTANCE", name);
        settings.putAll(changed);
        return new OwnInstance(name, directory, of(stack, service, "cmdline"), settings);
    }

    /** The settings of the stack's own instance. */
    static Map<String, String> settings(Stack stack, String service) {
        return of(stack, service, "environ").stream()
                .map(setting -> setting.split("=", 2))
                .filter(setting -> setting[0].startsWith("OVOZ_"))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1], (a, b) -> b, HashMap::new));
    }

    static ProcessHandle process(Stack stack, String service) {
        return Pids.alive(new LocalDirectory(stack.directory()).pid(service))
                .orElseThrow(() -> new IllegalStateException(service + " does not run"));
    }

    private static List<String> of(Stack stack, String service, String what) {
        Path file = Path.of("/proc/" + process(stack, service).pid() + "/" + what);
        try {
            return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess launch() {
        ServiceProcess launched = ServiceProcess.start(name, command, settings, directory);
        launched.awaitReady(READY_WITHIN, new HttpHealth(URI.create(management() + "/q/health/ready")));
        return launched;
    }

    URI address() {
        return URI.create("http://localhost:" + settings.get("OVOZ_HTTP_PORT"));
    }

    URI management() {
        return URI.create("http://localhost:" + settings.get("OVOZ_MANAGEMENT_PORT"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9, and gone when this returns. */
    void kill() {
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    /** SIGTERM; does not wait. */
    ProcessHandle askToStop() {
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        handle.destroy();
        return handle;
    }

    /** The same again, after it was killed or has stopped. */
    void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }
}
