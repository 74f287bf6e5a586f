package org.ovoz.notify.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.key.proof.ChangeOpener;
import org.ovoz.notify.key.proof.OpenerOutcome;
import org.ovoz.notify.time.SqlTime;

/** The passkeys that open a person's key. The six words stay beside them. */
@ApplicationScoped
class Passkeys {

    private static final String ADD = """
            INSERT INTO key_wrap (id, person, kind, jwe, credential, made_at)
            SELECT $1, k.person, 'passkey', $3, $4, $5 FROM person_key k WHERE k.person = $2
                AND (SELECT count(*) FROM key_wrap w WHERE w.person = $2) < 12
            ON CONFLICT (id) DO NOTHING""";
    private static final String REMOVE = "DELETE FROM key_wrap WHERE id = $1 AND person = $2 AND kind = 'passkey'";

    private final ChangeOpener changeOpener;
    private final Clock clock;

    Passkeys(ChangeOpener changeOpener, Clock clock) {
        this.changeOpener = changeOpener;
        this.clock = clock;
    }

    /** Refused without a key, with too many wraps, or for an id that is taken. */
    Uni<OpenerOutcome> add(PersonId person, UUID id, WrapForm form, @Nullable String proof) {
        Tuple values = Tuple.of(id, person.value(), form.jwe(), form.credential(), SqlTime.of(clock.instant()));
        return changeOpener.change(person, proof, id, "passkey-added", ADD, values);
    }

    /** Refused for what is none of the person's. */
    Uni<OpenerOutcome> remove(PersonId person, UUID id, @Nullable String proof) {
        return changeOpener.change(person, proof, id, "passkey-removed", REMOVE, Tuple.of(id, person.value()));
    }
}
