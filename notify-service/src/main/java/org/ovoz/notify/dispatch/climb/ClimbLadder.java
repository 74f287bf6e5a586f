package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.dispatch.ladder.Move;
import org.ovoz.notify.dispatch.ladder.Rung;
import org.ovoz.transport.transaction.Transaction;

/** One move of one ladder. */
@ApplicationScoped
class ClimbLadder {

    private static final Logger LOG = Logger.getLogger(ClimbLadder.class);

    private final Ladders ladders;
    private final Acknowledgements acknowledgements;
    private final ReadCast readCast;
    private final Rungs rungs;
    private final WriteAlerts writeAlerts;
    private final NobodyToTell nobodyToTell;

    ClimbLadder(
            Ladders ladders,
            Acknowledgements acknowledgements,
            ReadCast readCast,
            Rungs rungs,
            WriteAlerts writeAlerts,
            NobodyToTell nobodyToTell) {
        this.ladders = ladders;
        this.acknowledgements = acknowledgements;
        this.readCast = readCast;
        this.rungs = rungs;
        this.writeAlerts = writeAlerts;
        this.nobodyToTell = nobodyToTell;
    }

    Uni<Void> climb(Transaction transaction, Climbing climbing, Instant now) {
        if (climbing.read() || climbing.closed()) {
            return ladders.end(transaction.connection(), climbing.report(), now)
                    .chain(ended -> nobodyToTell.over(transaction, climbing.report()));
        }
        return byClaim(transaction, climbing, now)
                .chain(paused -> paused
                        ? Uni.createFrom().voidItem()
                        : readCast.read(transaction.connection(), climbing, now)
                                .map(cast -> rungs.of(climbing.urgent())
                                        .next(climbing.position(), cast, now, climbing.letIn()))
                                .chain(move -> move(transaction, climbing, move, now)));
    }

    /** Whoever has claimed the report since the ladder began has acknowledged it. */
    private Uni<Boolean> byClaim(Transaction transaction, Climbing climbing, Instant now) {
        if (climbing.holder() == null || climbing.claimedSince() == null) {
            return Uni.createFrom().item(false);
        }
        Instant until = climbing.claimedSince().plus(rungs.pause(climbing.danger()));
        return until.isAfter(now)
                ? acknowledgements.pause(
                        transaction.connection(),
                        climbing.ladder(),
                        climbing.holder(),
                        Acknowledgements.CLAIM,
                        now,
                        until)
                : Uni.createFrom().item(false);
    }

    private Uni<Void> move(Transaction transaction, Climbing climbing, Move move, Instant now) {
        Uni<Void> passed = ladders.passOver(transaction.connection(), climbing, move.passedOver(), now);
        return passed.chain(() -> switch (move) {
            case Move.Tell tell -> tell(transaction, climbing, tell, now);
            case Move.Wait(var passedOver, boolean nobodyTold, Instant until) ->
                ladders.wait(transaction.connection(), climbing.ladder(), now, until)
                        .chain(() -> ifNobody(nobodyTold, transaction, climbing, now));
            case Move.NewRound(var passedOver, boolean nobodyTold, Instant next) ->
                ladders.newRound(transaction.connection(), climbing.ladder(), now, next)
                        .chain(() -> ifNobody(nobodyTold, transaction, climbing, now));
        });
    }

    private Uni<Void> ifNobody(boolean nobodyTold, Transaction transaction, Climbing climbing, Instant now) {
        return nobodyTold
                ? nobodyToTell.keep(transaction, climbing.report(), now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(Transaction transaction, Climbing climbing, Move.Tell tell, Instant now) {
        Rung rung = tell.rung();
        int round = climbing.position().round();
        UUID cause = UUID.nameUUIDFromBytes(
                ("ladder " + climbing.ladder() + " " + round + " " + rung.number()).getBytes(StandardCharsets.UTF_8));
        Occasion occasion =
                new Occasion.Rung(cause, climbing.code(), climbing.report(), climbing.ladder(), round, rung.number());
        return writeAlerts
                .write(transaction, occasion, tell.people(), rung.ways())
                .invoke(written ->
                        LOG.infof("report %s: round %d, %s, %d alerts", climbing.report(), round, rung.name(), written))
                .chain(written -> ladders.climb(
                        transaction.connection(), climbing, rung, written, now, written == 0 ? now : tell.next()));
    }
}
