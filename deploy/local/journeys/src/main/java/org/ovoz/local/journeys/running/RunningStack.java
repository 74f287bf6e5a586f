package org.ovoz.local.journeys.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** A whole stack of a program's own, on free ports, with fresh data; stopped with the program's JVM. */
public final class RunningStack {
    private final Web web = new Web();
    private final Path project;
    private final Path directory;
    private final List<String> options;
    private @Nullable Launcher launcher;

    private RunningStack(Path project, Path directory, List<String> options) {
        this.project = project.toAbsolutePath().normalize();
        this.directory = directory.toAbsolutePath();
        this.options = options;
        Launcher.stopLeftovers(this.project, this.directory);
        Leftovers.remove(this.directory);
        this.launcher = Launcher.start(this.project, this.directory, options);
    }

    private RunningStack(Path directory) {
        this.project = Path.of("").toAbsolutePath();
        this.directory = directory.toAbsolutePath();
        this.options = List.of();
    }

    /**
     * The one that all tests share, started with the first that asks for it. Whoever writes a test may have it use one that runs already:
     * {@code -Dovoz.stack=DIRECTORY}.
     */
    public static RunningStack shared() {
        return Shared.ONE;
    }

    /**
     * @param project the root of a checkout whose services are packaged
     * @param directory what an earlier run left there is stopped and removed
     */
    public static RunningStack startIn(Path project, Path directory) {
        return new RunningStack(project, directory, List.of());
    }

    /** A first start: an administrator has a login, nothing else is there, and intake waits for what it starts with. */
    public static RunningStack startEmptyIn(Path project, Path directory) {
        return new RunningStack(project, directory, List.of("--tests", "--empty"));
    }

    /** One that runs already, by the directory it is in. */
    public static RunningStack in(Path directory) {
        return new RunningStack(directory);
    }

    /** Before the program ends; one that somebody else started runs on. */
    public void stop() {
        if (launcher != null) {
            launcher.stop();
        }
    }

    /** Kills the launcher as a power failure of it alone would, and starts another on the same data. */
    public void killLauncherAndStartAnew() {
        if (launcher == null) {
            throw new IllegalStateException("somebody else started the stack in " + directory);
        }
        launcher.kill();
        launcher = Launcher.start(project, directory, options);
    }

    public Web web() {
        return web;
    }

    public Stack stack() {
        return Stack.in(directory);
    }

    public Doors doors() {
        return Doors.in(directory);
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public People people() {
        return new People(web, stack());
    }

    public Carrier carrier() {
        return new Carrier(web, stack());
    }

    public Reports reports(ResponderSession responder) {
        return new Reports(carrier(), responder);
    }

    public Traces traces(ReportId report) {
        return new Traces(this, report);
    }

    public Databases databases() {
        return new Databases(stack().databases(), directory.resolve("secrets"));
    }

    public Requests requests() {
        return new Requests(web, intakeManagement());
    }

    public URI intakeManagement() {
        return address("intakeManagement");
    }

    public URI deskManagement() {
        return address("deskManagement");
    }

    public OrdersPort orders() {
        return new OrdersPort(directory.resolve("tls"), address("orders"));
    }

    private URI address(String of) {
        return URI.create(written().path("addresses").required(of).asText());
    }

    public Bus bus() {
        return new Bus(stack().kafka());
    }

    private JsonNode written() {
        try {
            return Json.read(Files.readString(directory.resolve("stack.json")), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private static final RunningStack ONE = Optional.ofNullable(System.getProperty("ovoz.stack"))
                .map(directory -> new RunningStack(Path.of(directory)))
                .orElseGet(() -> new RunningStack(Path.of("../../.."), Path.of("target/stack"), List.of("--tests")));
    }
}
