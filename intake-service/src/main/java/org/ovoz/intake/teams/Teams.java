package org.ovoz.intake.teams;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.keys.LineKeys;

/**
 * The verified table of teams, in memory and in intake's own database, so that routing and sealing go on while Kafka or the desk is
 * away. Rows are verified again when they are loaded: whoever can write to the database cannot make a team.
 */
@Singleton
public class Teams {

    private static final Logger LOG = Logger.getLogger(Teams.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    private final TeamRows rows;
    private final ECKey administration;
    private final KnownTeam catchAll;
    private volatile TeamTable table;

    Teams(TeamRows rows, LineKeys keys) {
        this.rows = rows;
        this.administration = keys.administration();
        TeamRecord record = SignedTeamRecord.verify(keys.catchAllTeam(), administration);
        this.catchAll = new KnownTeam(record, keys.catchAllTeam(), record.suspended());
        this.table = new TeamTable(List.of(catchAll), record.id());
    }

    /** Before the first report is taken. */
    void load(@Observes StartupEvent start) {
        replace(rows.all().await().atMost(START_PATIENCE));
    }

    public TeamTable now() {
        return table;
    }

    Uni<Void> reload() {
        return rows.all().invoke(this::replace).replaceWithVoid();
    }

    private void replace(List<TeamRows.Stored> stored) {
        List<KnownTeam> known = new ArrayList<>();
        TeamId id = catchAll.record().id();
        stored.forEach(row -> read(row, known));
        boolean suspended = stored.stream().anyMatch(row -> row.id().equals(id.value()) && row.suspended());
        boolean newer = known.stream()
                .anyMatch(team -> team.record().id().equals(id)
                        && team.record().version() >= catchAll.record().version());
        if (!newer) {
            known.removeIf(team -> team.record().id().equals(id));
            known.add(suspended ? catchAll.suspend() : catchAll);
        }
        table = new TeamTable(known, id);
        LOG.infof(
                "teams: %s",
                known.stream()
                        .map(team -> team.record().id() + " v" + team.record().version()
                                + (team.suspended() ? " suspended" : ""))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private void read(TeamRows.Stored row, List<KnownTeam> known) {
        if (row.record() == null) {
            return;
        }
        try {
            TeamRecord record = SignedTeamRecord.verify(row.record(), administration);
            if (!record.id().value().equals(row.id())) {
                throw new BadSignatureException();
            }
            known.add(new KnownTeam(record, row.record(), row.suspended()));
        } catch (BadSignatureException forged) {
            LOG.errorf("the stored record of team %s is not this team's as signed; it is ignored", row.id());
        }
    }
}
