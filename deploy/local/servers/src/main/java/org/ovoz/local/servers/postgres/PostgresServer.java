package org.ovoz.local.servers.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceFailed;
import org.ovoz.local.servers.process.ServiceProcess;
import org.ovoz.local.servers.process.StopSignal;
import org.ovoz.local.servers.secrets.Secret;

/**
 * A real PostgreSQL cluster of our own, durable ({@code fsync} and {@code synchronous_commit} on), listening on the
 * loopback only. Its data stay in {@code data/<name>} of the directory and are used again by the next start. Its log names no values: no
 * statements, no details of violated keys.
 */
public final class PostgresServer implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=64MB",
            "max_connections=200",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private final ServiceProcess process;
    private final PostgresAdmin admin;

    private PostgresServer(ServiceProcess process, PostgresAdmin admin) {
        this.process = process;
        this.admin = admin;
    }

    /**
     * Starts the cluster of this name and waits until it answers.
     *
     * @throws org.ovoz.local.servers.process.PortTaken if something else holds the port
     * @throws ServiceFailed if it does not come up, or another server answers in its place
     */
    public static PostgresServer start(String name, LocalDirectory directory, int port, Secret superuserPassword) {
        FreePorts.require(port, name);
        InitDb.ifMissing(name, directory, superuserPassword);
        Path data = directory.data(name);
        ServiceProcess process = ServiceProcess.start(name, command(data, port), Map.of(), directory, StopSignal.INT);
        PostgresDatabase maintenance = PostgresDatabase.local(port, "postgres", SUPERUSER, superuserPassword);
        process.awaitReady(READY_WITHIN, () -> answers(maintenance));
        requireOurs(maintenance, data, process);
        return new PostgresServer(process, new PostgresAdmin(port, maintenance));
    }

    /** A database and a role that owns it, both of this name; made if missing, the password set anew. */
    public PostgresDatabase database(String name, Secret password) {
        return admin.database(name, password);
    }

    public PostgresAdmin admin() {
        return admin;
    }

    public ServiceProcess process() {
        return process;
    }

    /** A fast shutdown: clients are put out, what was committed is written. */
    @Override
    public void close() {
        process.stop(GRACE);
    }

    private static List<String> command(Path data, int port) {
        Stream<String> start = Stream.of(
                PostgresBinaries.directory().resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                "" + port);
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        return Unprivileged.command(Stream.concat(start, settings).toList());
    }

    private static boolean answers(PostgresDatabase database) {
        try (Connection ignored = database.connect()) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Somebody else's server may have taken the port between the test and the start. */
    private static void requireOurs(PostgresDatabase database, Path data, ServiceProcess process) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show data_directory")) {
            shown.next();
            Path actual = Path.of(shown.getString(1));
            if (!actual.toRealPath().equals(data.toRealPath())) {
                process.stop(GRACE);
                throw new ServiceFailed(process.name(), "is another server, of " + actual, process.log());
            }
        } catch (SQLException | IOException e) {
            process.stop(GRACE);
            throw new IllegalStateException(process.name() + " did not tell its data directory", e);
        }
    }
}
