package org.ovoz.notify.key.device;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.key.proof.ChangeOpener;
import org.ovoz.notify.key.proof.OpenerOutcome;
import org.ovoz.notify.time.SqlTime;

/** The devices that open a person's key. */
@ApplicationScoped
class Devices {

    private static final String ENROL = """
            INSERT INTO key_device (id, person, jwe, proof, share, wrong, made_at)
            SELECT $1, k.person, $3, $4, $5, 0, $6 FROM person_key k WHERE k.person = $2
                AND (SELECT count(*) FROM key_device d WHERE d.person = $2) < $7
            ON CONFLICT (id) DO NOTHING""";
    private static final String REMOVE = "DELETE FROM key_device WHERE id = $1 AND person = $2";
    private static final String OF = """
            SELECT id, made_at, used_at, share IS NULL AS locked FROM key_device WHERE person = $1 ORDER BY made_at, id""";

    private final Pool pool;
    private final ChangeOpener changeOpener;
    private final DeviceSettings settings;
    private final Clock clock;

    Devices(Pool pool, ChangeOpener changeOpener, DeviceSettings settings, Clock clock) {
        this.pool = pool;
        this.changeOpener = changeOpener;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refused without a key, with too many devices, or for an id that is taken. */
    Uni<OpenerOutcome> enrol(PersonId person, UUID id, DeviceForm form, @Nullable String proof) {
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addUUID(person.value())
                .addString(form.jwe())
                .addBuffer(Buffer.buffer(Proof.hash(form.proof())))
                .addBuffer(Buffer.buffer(Base64.getUrlDecoder().decode(form.share())))
                .addOffsetDateTime(SqlTime.of(clock.instant()))
                .addInteger(settings.atMost());
        return changeOpener.change(person, proof, id, "device-enrolled", ENROL, values);
    }

    /** Refused for what is none of the person's. */
    Uni<OpenerOutcome> remove(PersonId person, UUID id, @Nullable String proof) {
        return changeOpener.change(person, proof, id, "device-removed", REMOVE, Tuple.of(id, person.value()));
    }

    Uni<List<Device>> of(PersonId person) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(person.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Device(
                                row.getUUID("id"),
                                SqlTime.instant(row, "made_at"),
                                SqlTime.instantOrNull(row, "used_at"),
                                row.getBoolean("locked")))
                        .toList());
    }

    /** @param usedAt when it was last opened with its PIN */
    record Device(UUID id, Instant madeAt, @Nullable Instant usedAt, boolean locked) {}
}
