package org.ovoz.local.journeys.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** A whole stack of the tests' own: started with the first test that asks for it, stopped with the tests' JVM. */
public final class RunningStack {
    private static final RunningStack ONE =
            new RunningStack(Path.of("target/stack").toAbsolutePath());

    private final Web web = new Web();
    private final Path directory;
    private Launcher launcher;

    private RunningStack(Path directory) {
        this.directory = directory;
        Launcher.stopLeftovers(directory);
        Leftovers.remove(directory);
        this.launcher = Launcher.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher.stop(), "stop the stack"));
    }

    public static RunningStack shared() {
        return ONE;
    }

    /** Kills the launcher as a power failure of it alone would, and starts another on the same data. */
    public void killLauncherAndStartAnew() {
        launcher.kill();
        launcher = Launcher.start(directory);
    }

    public Web web() {
        return web;
    }

    public Stack stack() {
        return Stack.in(directory);
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

    public Databases databases() {
        return new Databases(written().path("databases"), directory.resolve("secrets"));
    }

    public Requests requests() {
        return new Requests(web, management("intakeManagement"));
    }

    /** @param of intakeManagement or deskManagement */
    public URI management(String of) {
        return URI.create(written().path("addresses").required(of).asText());
    }

    public OrdersPort orders() {
        return new OrdersPort(
                directory.resolve("tls"),
                URI.create(written().path("addresses").path("orders").asText()));
    }

    public Bus bus() {
        return new Bus(written().path("kafka").asText());
    }

    private JsonNode written() {
        try {
            return Json.read(Files.readString(directory.resolve("stack.json")), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
