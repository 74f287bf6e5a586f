package org.ovoz.local.servers.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.HttpHealth;
import org.ovoz.local.servers.process.JavaCommand;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceProcess;
import org.ovoz.local.servers.secrets.Secret;

/**
 * The real Keycloak, run by java directly on the untouched distribution: its own script spends a minute on building
 * itself first. Its data stay in {@code data/<name>} of the directory. A realm that is there already is not imported again. Without a file for the master realm Keycloak makes that one with two RSA
 * keys, a third of a first start's time.
 */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Dkc.config.built=true",
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final ServiceProcess process;
    private final URI realm;

    private KeycloakServer(ServiceProcess process, URI realm) {
        this.process = process;
        this.realm = realm;
    }

    /**
     * What a Keycloak needs to start.
     *
     * @param realm the name of the realm to wait for
     * @param realmFiles realms as JSON, imported at the first start
     * @param themes a directory of themes, which the realms may name
     * @param placeholders what stands in the JSON as <code>${NAME}</code>; Keycloak itself puts the values in
     * @param adminPassword of the first administrator, {@code admin} of the master realm
     */
    public record Settings(
            int port,
            int managementPort,
            String realm,
            List<Path> realmFiles,
            Path themes,
            Map<String, Secret> placeholders,
            Secret adminPassword) {

        Map<String, String> environment() {
            Map<String, String> environment = new HashMap<>();
            placeholders.forEach((name, value) -> environment.put(name, value.value()));
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword.value());
            return environment;
        }
    }

    /** Starts it and waits until the realm answers; its log says "started" too early. */
    public static KeycloakServer start(String name, LocalDirectory directory, Settings settings) {
        FreePorts.require(settings.port(), name);
        FreePorts.require(settings.managementPort(), name + "'s management");
        KeycloakHome home = new KeycloakHome(directory.data(name));
        home.prepare(KeycloakDistribution.directory(), settings.realmFiles(), settings.themes());
        ServiceProcess process = ServiceProcess.start(name, command(home, settings), settings.environment(), directory);
        URI realm = URI.create("http://localhost:" + settings.port() + "/realms/" + settings.realm());
        process.awaitReady(READY_WITHIN, new HttpHealth(URI.create(realm + "/.well-known/openid-configuration")));
        return new KeycloakServer(process, realm);
    }

    /** The realm's address, its tokens' issuer. */
    public URI realm() {
        return realm;
    }

    public ServiceProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }

    private static List<String> command(KeycloakHome home, Settings settings) {
        List<String> options = Stream.concat(
                        JAVA_OPTIONS.stream(),
                        Stream.of(
                                "-Dkc.home.dir=" + home.directory(),
                                "-Djboss.server.config.dir=" + home.directory().resolve("conf")))
                .toList();
        return JavaCommand.main(
                options,
                List.of(home.classPath()),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--log-level=warn");
    }
}
