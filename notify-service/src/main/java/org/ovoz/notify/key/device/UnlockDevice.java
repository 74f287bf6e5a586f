package org.ovoz.notify.key.device;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Gives the share out for the right PIN. Tries are counted in the row, which is held meanwhile: two at once are two. */
@ApplicationScoped
class UnlockDevice {

    private static final String HOLD =
            "SELECT jwe, proof, share, wrong FROM key_device WHERE id = $1 AND person = $2 FOR UPDATE";
    private static final String RIGHT = "UPDATE key_device SET wrong = 0, used_at = $2 WHERE id = $1";
    private static final String WRONG = "UPDATE key_device SET wrong = wrong + 1 WHERE id = $1";
    private static final String LOCK = "UPDATE key_device SET wrong = wrong + 1, share = NULL, jwe = '' WHERE id = $1";

    private final Transactions transactions;
    private final DeviceSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    UnlockDevice(Transactions transactions, DeviceSettings settings, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<UnlockOutcome> unlock(PersonId person, UUID device, String proof) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(HOLD)
                .execute(Tuple.of(device, person.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new UnlockOutcome.NotYours())
                        : settle(transaction, person, device, rows.iterator().next(), proof)));
    }

    private Uni<UnlockOutcome> settle(Transaction transaction, PersonId person, UUID device, Row row, String proof) {
        Buffer share = row.getBuffer("share");
        if (share == null) {
            return Uni.createFrom().item(new UnlockOutcome.Locked());
        }
        if (MessageDigest.isEqual(row.getBuffer("proof").getBytes(), Proof.hash(proof))) {
            return transaction
                    .connection()
                    .preparedQuery(RIGHT)
                    .execute(Tuple.of(device, SqlTime.of(clock.instant())))
                    .chain(() -> note(transaction, person, device, "device-unlocked"))
                    .replaceWith(new UnlockOutcome.Unlocked(
                            row.getString("jwe"),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(share.getBytes())));
        }
        int left = settings.tries() - row.getInteger("wrong") - 1;
        return transaction
                .connection()
                .preparedQuery(left > 0 ? WRONG : LOCK)
                .execute(Tuple.of(device))
                .chain(() -> note(transaction, person, device, left > 0 ? "device-wrong-pin" : "device-locked"))
                .replaceWith(left > 0 ? new UnlockOutcome.WrongPin(left) : new UnlockOutcome.Locked());
    }

    private Uni<Void> note(Transaction transaction, PersonId person, UUID device, String what) {
        return audit.append(
                transaction.connection(),
                AuditEntry.ofDirectory(what, person.value(), device.toString(), clock.instant()));
    }
}
