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
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.directory.AdminToken;
import org.ovoz.local.launcher.directory.ConsoleAddress;
import org.ovoz.local.launcher.directory.RealmUpdate;
import org.ovoz.local.launcher.directory.SetUpDirectory;
import org.ovoz.local.launcher.directory.SetupToken;
import org.ovoz.local.launcher.keys.DemoKeyFiles;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.launcher.keys.TeamRecords;
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
    private final LineKeys line;
    private final TeamRecords teams;
    private final Services services;
    private final Supervisor supervisor;
    private final StackFile file;

    Stack(Surroundings here, Screen screen, Clock clock) {
        this.here = here;
        this.servers = new Servers(here);
        this.line = new LineKeys(here.directory());
        this.teams = new TeamRecords(here.directory(), line.administration());
        this.services = new Services(here, line, teams, clock);
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
        CompletableFuture<Void> intake = after(new Part("intake", services::intake), postgres, shred, kafka);
        CompletableFuture<Void> desk = after(new Part("desk", services::desk), postgres, kafka);
        CompletableFuture<Void> directory =
                CompletableFuture.allOf(desk, intake, keycloak).thenRunAsync(this::setUp, threads);
        CompletableFuture.allOf(directory, carrier, mailbox).join();
    }

    private CompletableFuture<Void> after(Part part, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed).thenComposeAsync(done -> supervisor.start(part), threads);
    }

    private void writeFiles() {
        DemoKeyFiles keyFiles = new DemoKeyFiles(here.directory(), teams, line.administration());
        DemoWorld.PEOPLE.forEach(keyFiles::write);
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

    private void setUp() {
        SetupToken login = new SetupToken(here.realm(), here.secrets().password("setup-client"));
        new SetUpDirectory(URI.create(here.ports().http(Port.DESK)), login, teams).setUp();
    }

    void stop() {
        supervisor.stop(STOP_ORDER);
    }

    Summary summary(Figures figures) {
        return new Summary(file.addresses(), servers, line.fingerprint(), figures);
    }

    Map<String, ServiceProcess> running() {
        return supervisor.running();
    }

    Map<String, Duration> took() {
        return supervisor.took();
    }
}
