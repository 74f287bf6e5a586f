package org.ovoz.notify.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.HttpHealth;
import org.ovoz.local.servers.process.JavaCommand;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceProcess;

/** The packaged desk in a process of its own, with a clock that the night moves. */
final class DeskProcess {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final String name;
    private final Path clockClasses;
    private final Path clockFile;
    private final LocalDirectory directory;
    private final Map<String, String> told;
    private final int port = FreePorts.one();
    private final int management = FreePorts.one();
    private ServiceProcess process;

    DeskProcess(String instance, Map<String, String> setting, Path clockFile, LocalDirectory directory) {
        this.name = "desk-" + instance;
        this.clockFile = clockFile;
        this.directory = directory;
        this.clockClasses = compileClock(directory.in("clock"));
        this.told = new HashMap<>(setting);
        told.put("OVOZ_INSTANCE", instance);
        told.put("OVOZ_HTTP_PORT", "" + port);
        told.put("OVOZ_MANAGEMENT_PORT", "" + management);
    }

    int port() {
        return port;
    }

    void start() {
        begin();
        awaitReady();
    }

    void begin() {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m", "-Dnight.clock=" + clockFile));
        told.forEach((key, value) -> {
            if (key.startsWith("ovoz.") || key.startsWith("quarkus.")) {
                options.add("-D" + key + "=" + value);
            }
        });
        Map<String, String> environment = new HashMap<>(told);
        environment.keySet().removeIf(key -> !key.startsWith("OVOZ_"));
        process = ServiceProcess.start(
                name,
                JavaCommand.main(
                        options,
                        List.of(clockClasses, JAR.toAbsolutePath()),
                        "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint"),
                environment,
                directory);
    }

    void awaitReady() {
        process.awaitReady(
                READY_WITHIN, new HttpHealth(URI.create("http://127.0.0.1:" + management + "/q/health/ready")));
    }

    /** As the kernel does it: nothing is finished. */
    void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    private static Path compileClock(Path into) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var source = DeskProcess.class.getResourceAsStream("/night/org/ovoz/notify/time/SystemClock.java")) {
            Path file = Files.createDirectories(into.resolve("src/org/ovoz/notify/time"))
                    .resolve("SystemClock.java");
            Files.write(file, source.readAllBytes());
            int failed = compiler.run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-cp",
                    JAR.toAbsolutePath().toString(),
                    "-d",
                    into.toString(),
                    file.toString());
            if (failed != 0) {
                throw new IllegalStateException("the night's clock does not compile");
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
