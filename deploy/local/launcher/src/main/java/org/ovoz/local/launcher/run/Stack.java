package org.ovoz.local.launcher.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ovoz.local.launcher.directory.AdminToken;
import org.ovoz.local.launcher.directory.ConsoleAddress;
import org.ovoz.local.launcher.directory.RealmUpdate;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.launcher.parts.Port;
import org.ovoz.local.launcher.parts.Purpose;
import org.ovoz.local.launcher.parts.Servers;
import org.ovoz.local.launcher.parts.Services;
import org.ovoz.local.launcher.parts.StandIns;
import org.ovoz.local.launcher.parts.Surroundings;
import org.ovoz.local.servers.process.ServiceProcess;

/** All parts: started at once as far as they do not need each other, stopped from the services down to the databases. */
final class Stack {
    static final List<List<String>> STOP_ORDER =
            List.of(List.of("desk", "intake"), List.of("carrier", "mailbox", "keycloak", "kafka"));

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Surroundings here;
    private final Servers servers;
    private final World world;
    private final Services services;
    private final Screen screen;
    private final Supervisor supervisor;
    private final StackFile file;

    Stack(Surroundings here, Screen screen, Clock clock) {
        this.here = here;
        this.servers = new Servers(here);
        LineKeys line = new LineKeys(here.directory());
        this.world = here.empty() ? new EmptyWorld(here, line) : new DemoInHand(here, line);
        this.services = new Services(here, line, world.files(), clock);
        this.screen = screen;
        this.supervisor =
                new Supervisor(screen, threads, here.purpose() == Purpose.TRAINING ? TRAINED_WITHIN : STOPPED_WITHIN);
        this.file = new StackFile(here, servers);
    }

    /** @throws java.util.concurrent.CompletionException if a part does not come up */
    void start() {
        writeFiles();
        CompletableFuture<Void> postgres = supervisor.start(new Part("postgres", servers::postgres));
        CompletableFuture<Void> shred = supervisor.start(new Part("shred", servers::shred));
        CompletableFuture<Void> kafka = supervisor.start(new Part("kafka", servers::kafka));
        CompletableFuture<Void> keycloak =
                supervisor.start(new Part("keycloak", servers::keycloak)).thenRunAsync(this::updateRealm, threads);
        StandIns standIns = new StandIns(here);
        CompletableFuture<Void> carrier = supervisor.start(new Part("carrier", standIns::carrier));
        CompletableFuture<Void> mailbox = supervisor.start(new Part("mailbox", standIns::mailbox));
        CompletableFuture<Void> given = CompletableFuture.runAsync(world::awaitLine, threads);
        CompletableFuture<Void> intake = after(new Part("intake", services::intake), postgres, shred, kafka, given);
        CompletableFuture<Void> desk = after(new Part("desk", services::desk), postgres, kafka);
        intake.exceptionally(failed -> {
            screen.say("intake does not start: " + failed.getCause());
            return null;
        });
        CompletableFuture<Void> directory = (here.empty()
                        ? CompletableFuture.allOf(desk, keycloak)
                        : CompletableFuture.allOf(desk, intake, keycloak))
                .thenRunAsync(world::setUp, threads);
        CompletableFuture.allOf(directory, carrier, mailbox).join();
    }

    private CompletableFuture<Void> after(Part part, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed).thenComposeAsync(done -> supervisor.start(part), threads);
    }

    private void writeFiles() {
        world.writeFiles();
        file.write();
    }

    /** The realm is imported once only; what changed since is told to it. */
    private void updateRealm() {
        AdminToken admin = new AdminToken(
                URI.create(here.ports().http(Port.KEYCLOAK)),
                "ovoz",
                here.secrets().password("keycloak-admin"));
        new ConsoleAddress(admin).set(here.ports().http(Port.DESK));
        Path realm = here.project().resolve("deploy/keycloak/ovoz-realm.json");
        new RealmUpdate(admin, realm, here.secrets().password("desk-admin-client")).bring();
    }

    void stop() {
        supervisor.stop(STOP_ORDER);
    }

    Summary summary(Figures figures) {
        return new Summary(file.addresses(), servers, here.people(), world.next(), figures);
    }

    Map<String, ServiceProcess> running() {
        return supervisor.running();
    }

    Map<String, Duration> took() {
        return supervisor.took();
    }
}
