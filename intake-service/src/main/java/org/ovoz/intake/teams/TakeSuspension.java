package org.ovoz.intake.teams;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.team.SignedSuspension;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.intake.keys.LineKeys;

/** Applies a suspension that the line's administrator signed, and keeps the signed form as the proof of it. */
@Singleton
class TakeSuspension {

    private static final Logger LOG = Logger.getLogger(TakeSuspension.class);

    private final ECKey administration;
    private final TeamRows rows;
    private final Teams teams;
    private final TeamConfig config;
    private final Clock clock;

    TakeSuspension(LineKeys keys, TeamRows rows, Teams teams, TeamConfig config, Clock clock) {
        this.administration = keys.administration();
        this.rows = rows;
        this.teams = teams;
        this.config = config;
        this.clock = clock;
    }

    /** The same one again has the same answer and no further effect, not even after the team was readmitted. */
    Uni<SuspensionOutcome> take(String jws) {
        try {
            return take(SignedSuspension.verify(jws, administration), jws);
        } catch (BadSignatureException forged) {
            LOG.warn("a suspension was not signed with the line's administration key");
            return Uni.createFrom().item(new SuspensionOutcome.NotSigned());
        }
    }

    private Uni<SuspensionOutcome> take(TeamSuspended suspension, String jws) {
        if (teams.now().find(suspension.team()).isEmpty()) {
            return Uni.createFrom().item(new SuspensionOutcome.UnknownTeam());
        }
        String event = "signed:" + suspension.team() + ":" + suspension.at();
        return isInTime(suspension)
                ? rows.suspend(new TeamRows.Suspension(event, suspension.team(), jws))
                        .chain(applied -> done(suspension, applied))
                : rows.isApplied(event)
                        .chain(applied -> applied
                                ? done(suspension, false)
                                : Uni.createFrom().item(new SuspensionOutcome.TooOld()));
    }

    /** Loaded again in any case: another instance may have applied it. */
    private Uni<SuspensionOutcome> done(TeamSuspended suspension, boolean isFirst) {
        if (isFirst) {
            LOG.infof("team %s was suspended by signature", suspension.team());
        }
        return teams.reload().replaceWith(new SuspensionOutcome.Suspended(suspension.team()));
    }

    private boolean isInTime(TeamSuspended suspension) {
        return Duration.between(suspension.at(), clock.instant()).abs().compareTo(config.clocksMayDiffer()) <= 0;
    }
}
