package org.ovoz.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.local.servers.postgres.PostgresDatabase;

class TestServersTest {

    @BeforeAll
    static void servers() {
        long start = System.nanoTime();
        TestServers.startAll();
        System.out.println("test servers up after " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Test
    void commitsAreDurable() throws SQLException {
        assertThat(shown("fsync")).isEqualTo("on");
        assertThat(shown("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void aRoleDoesNotGetIntoAnothersDatabase() {
        PostgresDatabase intake = TestServers.database("intake");
        PostgresDatabase desk = TestServers.database("desk");
        PostgresDatabase crossed = new PostgresDatabase(intake.url(), desk.user(), desk.password());
        assertThatThrownBy(crossed::connect).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
    }

    @Test
    void theSameNameIsTheSameDatabase() {
        assertThat(TestServers.database("twice")).isEqualTo(TestServers.database("twice"));
    }

    @Test
    void topicsHaveTheirPartitions() throws Exception {
        Topic topic = Topic.kept("test.topic.v1", 8, Duration.ofDays(7));
        String bootstrap = TestServers.kafka(topic);
        TestServers.kafka(topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            assertThat(admin.describeTopics(java.util.List.of(topic.name()))
                            .allTopicNames()
                            .get()
                            .get(topic.name())
                            .partitions())
                    .hasSize(8);
        }
    }

    private static String shown(String setting) throws SQLException {
        try (Connection connection = TestServers.database("settings").connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
