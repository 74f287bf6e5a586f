package org.ovoz.local.servers.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.PortTaken;
import org.ovoz.local.servers.secrets.Secret;

class PostgresServerTest {
    private static final Secret SUPERUSER = new Secret("super");
    private static final Secret OWNER = new Secret("owner");

    @TempDir
    Path temp;

    @Test
    void committedDataSurviveARestart() throws SQLException {
        LocalDirectory directory = new LocalDirectory(temp);
        try (PostgresServer server = PostgresServer.start("pg", directory, FreePorts.one(), SUPERUSER)) {
            run(server.database("intake", OWNER), "create table kept as select 42 as answer");
        }
        assertThat(Files.exists(directory.pid("pg"))).isFalse();
        try (PostgresServer server = PostgresServer.start("pg", directory, FreePorts.one(), SUPERUSER);
                Connection connection = server.database("intake", OWNER).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void anotherServerOnThePortIsNotTakenForOurs() throws IOException {
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = foreign.getLocalPort();
            LocalDirectory directory = new LocalDirectory(temp);
            assertThatThrownBy(() -> PostgresServer.start("pg", directory, port, SUPERUSER))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    private static void run(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
