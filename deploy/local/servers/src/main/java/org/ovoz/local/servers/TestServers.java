package org.ovoz.local.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ovoz.local.servers.kafka.KafkaServer;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.local.servers.kafka.Topics;
import org.ovoz.local.servers.postgres.PostgresAdmin;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.postgres.PostgresServer;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secret;
import org.ovoz.local.servers.secrets.Secrets;

/**
 * Real servers for tests: one PostgreSQL and one Kafka per JVM, started at the first call, on free ports, in a temporary
 * directory, stopped and removed when the JVM ends. It does not matter how many class loaders ask: what runs is
 * remembered in system properties.
 *
 * <pre>{@code
 * TestServers.startAll();                                      // optional: both at once, saves a second
 * PostgresDatabase db = TestServers.database("intake");        // db.url(), db.jdbcUrl(), db.user(), db.password().value()
 * String bootstrap = TestServers.kafka(Topic.kept("ovoz.reports.v1", 8, Duration.ofDays(7)));
 * }</pre>
 */
public final class TestServers {
    private static final String POSTGRES_PORT = "ovoz.test.postgres.port";
    private static final String POSTGRES_PASSWORD = "ovoz.test.postgres.password";
    private static final String KAFKA = "ovoz.test.kafka";
    private static final String DIRECTORY = "ovoz.test.directory";

    private TestServers() {}

    /** Starts both at the same time. */
    public static void startAll() {
        CompletableFuture<PostgresAdmin> postgres = CompletableFuture.supplyAsync(TestServers::postgres);
        kafka();
        postgres.join();
    }

    /** A database with a role of the same name that owns it. The same name gives the same database again. */
    public static PostgresDatabase database(String name) {
        return postgres().database(name, new Secret("test-" + name));
    }

    /** The cluster's superuser. */
    public static PostgresAdmin postgres() {
        synchronized (POSTGRES_PORT.intern()) {
            if (System.getProperty(POSTGRES_PORT) == null) {
                Secret password = Secrets.random();
                int port = FreePorts.one();
                PostgresServer.start("postgres", directory(), port, password);
                System.setProperty(POSTGRES_PASSWORD, password.value());
                System.setProperty(POSTGRES_PORT, Integer.toString(port));
            }
            return PostgresAdmin.of(
                    Integer.getInteger(POSTGRES_PORT, 0), new Secret(System.getProperty(POSTGRES_PASSWORD, "")));
        }
    }

    /**
     * The broker's address; these topics exist when it returns.
     */
    public static String kafka(Topic... topics) {
        synchronized (KAFKA.intern()) {
            if (System.getProperty(KAFKA) == null) {
                List<Integer> ports = FreePorts.some(2);
                KafkaServer server = KafkaServer.start("kafka", directory(), ports.getFirst(), ports.getLast());
                System.setProperty(KAFKA, server.bootstrap());
            }
            String bootstrap = System.getProperty(KAFKA, "");
            if (topics.length > 0) {
                new Topics(bootstrap).create(List.of(topics));
            }
            return bootstrap;
        }
    }

    private static LocalDirectory directory() {
        synchronized (DIRECTORY.intern()) {
            String known = System.getProperty(DIRECTORY);
            if (known != null) {
                return new LocalDirectory(Path.of(known));
            }
            TestLeftovers.remove();
            LocalDirectory directory = new LocalDirectory(TestLeftovers.newDirectory());
            System.setProperty(DIRECTORY, directory.root().toString());
            return directory;
        }
    }
}
