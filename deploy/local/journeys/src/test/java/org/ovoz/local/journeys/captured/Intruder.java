package org.ovoz.local.journeys.captured;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.Admission;
import org.ovoz.contracts.team.SignedAdmission;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Writes to the desk's database as the desk may: people who are none, keys that are its own. Takes all of it back. */
final class Intruder implements AutoCloseable {
    private final RunningStack running;
    private final ECKey own = Keys.generate();
    private final ECKey ghosts = Keys.generate();
    private final List<UUID> people = List.of(Ids.random(), Ids.random());

    Intruder(RunningStack running) {
        this.running = running;
    }

    ECKey key() {
        return own;
    }

    String kid() {
        return Keys.kidOf(own);
    }

    /** Of all keys that are its own. */
    List<String> kids() {
        return List.of(Keys.kidOf(own), Keys.kidOf(ghosts));
    }

    /** A colleague who waits to be let in, with a key of the desk's own in place of theirs. */
    String waitingColleague(String organisation, TeamId team) throws SQLException {
        return colleague(people.getFirst(), "waiting-" + people.getFirst(), organisation, team, own);
    }

    /** A colleague who is said to hold the team's keys and to have been let in, by an admission that the desk signed itself. */
    String ghost(String organisation, TeamId team) throws SQLException {
        UUID ghost = people.getLast();
        String handle = colleague(ghost, "ghost-" + ghost, organisation, team, ghosts);
        String admission = SignedAdmission.sign(new Admission(team, ghost.toString(), Keys.kidOf(ghosts)), own);
        write(
                "INSERT INTO team_key SELECT id, encryption_kid, ?, 'nothing', ?, now() FROM team WHERE id = ?",
                ghost,
                ghost,
                team.value());
        write(
                "INSERT INTO admission SELECT id, encryption_kid, ?, ? FROM team WHERE id = ?",
                ghost,
                admission,
                team.value());
        return handle;
    }

    private String colleague(UUID id, String handle, String organisation, TeamId team, ECKey key) throws SQLException {
        write(
                "INSERT INTO person (id, subject, handle, organisation, languages, teams, on_call)"
                        + " VALUES (?, ?, ?, ?, '{ru}', ARRAY[?], false)",
                id,
                id.toString(),
                handle,
                organisation,
                team.value());
        write(
                "INSERT INTO person_key VALUES (?, ?, ?, now())",
                id,
                Keys.kidOf(key),
                Json.write(key.toPublicJWK().toJSONObject()));
        return handle;
    }

    /** As if that person had never made a key. */
    void forgetKeyOf(String handle) throws SQLException {
        write("DELETE FROM person_key WHERE person = (SELECT id FROM person WHERE handle = ?)", handle);
    }

    void forgetProposalOf(TeamId team) throws SQLException {
        write("DELETE FROM team_proposal WHERE team = ?", team.value());
    }

    @Override
    public void close() throws SQLException {
        for (UUID person : people) {
            write("DELETE FROM person_key WHERE person = ?", person);
            write("DELETE FROM person WHERE id = ?", person);
        }
    }

    private void write(String sql, Object... parameters) throws SQLException {
        try (Connection desk = running.databases().desk()) {
            Databases.change(desk, sql, parameters);
        }
    }
}
