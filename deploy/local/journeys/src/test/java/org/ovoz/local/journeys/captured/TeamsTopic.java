package org.ovoz.local.journeys.captured;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;

/** The desk's right to write to {@code ovoz.teams.v1}, and what intake makes of what is written there. */
final class TeamsTopic {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningStack running;

    TeamsTopic(RunningStack running) {
        this.running = running;
    }

    /** @return the record's offset */
    long publish(TeamId team, String record) throws Exception {
        return append(team, record.getBytes(StandardCharsets.UTF_8));
    }

    long publishTombstone(TeamId team) throws Exception {
        return append(team, null);
    }

    /** Why intake refused the record at that offset. Everything before it has been judged as well: the topic has one partition. */
    String refusal(long offset) {
        return Await.until(
                "intake to refuse record " + offset,
                SOON,
                () -> text("SELECT reason FROM team_refusal WHERE partition = 0 AND record_offset = ?", offset));
    }

    /** Until intake has judged everything that was written so far. */
    void awaitJudged() throws Exception {
        refusal(publish(new TeamId("nobody"), "nothing"));
    }

    /** What intake's database has of a team. */
    Optional<String> known(TeamId team) {
        return text(
                "SELECT 'v' || version || CASE WHEN suspended THEN ' suspended' ELSE '' END FROM team WHERE id = ?",
                team.value());
    }

    private long append(TeamId team, byte @Nullable [] value) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.TEAMS, 0, team.value().getBytes(StandardCharsets.UTF_8), value);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", Ids.random().toString());
        header(record, "ce_source", "/desk");
        header(record, "ce_type", SignedTeamRecord.TYPE);
        header(record, "content-type", "application/jose");
        return running.bus().append(record).offset();
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> text(String sql, Object parameter) {
        try (Connection intake = running.databases().intake()) {
            return Databases.rows(intake, row -> row.getString(1), sql, parameter).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
