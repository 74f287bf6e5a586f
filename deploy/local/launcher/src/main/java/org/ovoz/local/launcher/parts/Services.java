package org.ovoz.local.launcher.parts;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ovoz.local.launcher.keys.LineFiles;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.servers.process.HttpHealth;
import org.ovoz.local.servers.process.JavaCommand;
import org.ovoz.local.servers.process.ServiceProcess;
import org.ovoz.local.servers.secrets.Certificates;

/** The product: both services as they are packaged for production, each in a process of its own. */
public final class Services {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    /** Little memory. */
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx160m");

    private final Surroundings here;
    private final IntakeEnvironment intake;
    private final DeskEnvironment desk;

    public Services(Surroundings here, LineKeys line, LineFiles files, Clock clock) {
        this.here = here;
        Certificates certificates = new Certificates(here.directory().in("tls"), clock);
        this.intake = new IntakeEnvironment(here, line, files, certificates);
        this.desk = new DeskEnvironment(here, files, certificates);
    }

    public ServiceProcess intake() {
        return start("intake", "intake-service", intake.variables(), Port.INTAKE_MANAGEMENT);
    }

    public ServiceProcess desk() {
        return start("desk", "notify-service", desk.variables(), Port.DESK_MANAGEMENT);
    }

    /** Temporary files stay within the stack's directory, where the leak test looks. */
    private List<String> javaOptions() {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        options.addAll(here.purpose().javaOptions());
        options.add("-Djava.io.tmpdir=" + here.directory().in("tmp"));
        return options;
    }

    private ServiceProcess start(String name, String module, Map<String, String> variables, Port management) {
        Path application = here.project().resolve(module).resolve("target/quarkus-app");
        Path jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; `make run` builds it");
        }
        List<String> options = javaOptions();
        variables.putAll(here.purpose().variables());
        options.addAll(new StartupCache(application).options(here.purpose() == Purpose.TRAINING));
        ServiceProcess process = ServiceProcess.start(name, JavaCommand.jar(options, jar), variables, here.directory());
        process.awaitReady(READY_WITHIN, new HttpHealth(URI.create(here.ports().http(management) + "/q/health/ready")));
        return process;
    }
}
