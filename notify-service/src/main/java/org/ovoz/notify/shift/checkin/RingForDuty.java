package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.transport.transaction.Transaction;

/** Makes a person's phone ring for a duty: by call, and by text only where there is no number to call. */
@ApplicationScoped
class RingForDuty {

    private final WriteAlerts writeAlerts;

    RingForDuty(WriteAlerts writeAlerts) {
        this.writeAlerts = writeAlerts;
    }

    /**
     * @param duty with {@code id}, {@code person} and {@code rings}, whether there is a number to call
     * @param occasion the same one rings once
     */
    Uni<Integer> ring(Transaction transaction, Row duty, String occasion) {
        UUID id = duty.getUUID("id");
        PersonId person = new PersonId(duty.getUUID("person"));
        UUID cause = UUID.nameUUIDFromBytes((id + "|" + person + "|" + occasion).getBytes(StandardCharsets.UTF_8));
        AlertKind way = duty.getBoolean("rings") ? AlertKind.CALL : AlertKind.SMS;
        return writeAlerts.write(
                transaction, new Occasion.CheckIn(cause, AlertText.CHECK_IN, id), List.of(person), EnumSet.of(way));
    }
}
