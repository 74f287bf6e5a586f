package org.ovoz.local.launcher.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ovoz.contracts.Topics;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.servers.kafka.KafkaServer;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.local.servers.keycloak.KeycloakServer;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.postgres.PostgresServer;
import org.ovoz.local.servers.process.ServiceProcess;
import org.ovoz.local.servers.secrets.Secret;

/** The real servers; each call starts one and returns when it is ready, with what the services expect in it. */
public final class Servers {
    static final String REALM = "ovoz";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<Topic> TOPICS = List.of(
            Topic.kept(Topics.REPORTS, 8, WEEK),
            Topic.kept(Topics.DESK, 8, WEEK),
            Topic.compacted(Topics.TEAMS, 1),
            Topic.compacted(Topics.COVERAGE, 1));

    private final Surroundings here;

    public Servers(Surroundings here) {
        this.here = here;
    }

    public ServiceProcess postgres() {
        return cluster("postgres", Port.POSTGRES, here.intakeDatabase(), here.deskDatabase());
    }

    /** The shred keys' own cluster, so that its backups can be shorter-lived than the others. */
    public ServiceProcess shred() {
        return cluster("shred", Port.SHRED, here.shredDatabase());
    }

    public ServiceProcess kafka() {
        KafkaServer kafka = KafkaServer.start(
                "kafka",
                here.directory(),
                here.ports().of(Port.KAFKA),
                here.ports().of(Port.KAFKA_CONTROLLER));
        kafka.create(TOPICS);
        return kafka.process();
    }

    public ServiceProcess keycloak() {
        Path realms = here.project().resolve("deploy/keycloak");
        KeycloakServer.Settings settings = new KeycloakServer.Settings(
                here.ports().of(Port.KEYCLOAK),
                here.ports().of(Port.KEYCLOAK_MANAGEMENT),
                REALM,
                List.of(realms.resolve("master-realm.json"), realm(realms.resolve("ovoz-realm.json"))),
                realms.resolve("themes"),
                placeholders(),
                here.secrets().password("keycloak-admin"));
        return KeycloakServer.start("keycloak", here.directory(), settings).process();
    }

    private Path realm(Path file) {
        return here.empty() ? new RealmWithout(file, here.people()).writeTo(here.directory()) : file;
    }

    private ServiceProcess cluster(String name, Port port, PostgresDatabase... databases) {
        PostgresServer server = PostgresServer.start(
                name, here.directory(), here.ports().of(port), here.secrets().password("superuser-" + name));
        for (PostgresDatabase database : databases) {
            server.database(database.user(), database.password());
        }
        return server.process();
    }

    private Map<String, Secret> placeholders() {
        Map<String, Secret> values = new HashMap<>();
        for (Person person : DemoWorld.PEOPLE) {
            values.put("OVOZ_PASSWORD_" + person.handle().toUpperCase(Locale.ROOT), demoPassword(person));
        }
        values.put("OVOZ_SETUP_SECRET", here.secrets().password("setup-client"));
        values.put("OVOZ_KEYCLOAK_ADMIN_SECRET", here.secrets().password("desk-admin-client"));
        values.put("OVOZ_DESK_PUBLIC_URL", new Secret(here.ports().http(Port.DESK)));
        return values;
    }

    public Secret demoPassword(Person person) {
        return here.secrets().password("login-" + person.handle());
    }
}
