package org.ovoz.notify.key.proof;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.proof.SealedChallenge;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Asks for a word that was sealed to a key just now. Each counts once, for the person who asked, for a few minutes. */
@ApplicationScoped
public class Challenges {

    private static final String KEEP =
            "INSERT INTO key_challenge (id, person, kid, answer, made_at) VALUES ($1, $2, $3, $4, $5)";
    private static final String FORGET = """
            DELETE FROM key_challenge WHERE id IN
                (SELECT id FROM key_challenge WHERE person = $1 ORDER BY made_at DESC, id OFFSET $2)""";
    private static final String ANSWERED =
            "DELETE FROM key_challenge WHERE id = $1 AND person = $2 AND kid = $3 AND answer = $4 AND made_at > $5";

    private final Transactions transactions;
    private final ProofSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(Transactions transactions, ProofSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param publicKey a JWK, as it is kept */
    public Uni<Challenge> ask(PersonId person, String publicKey) {
        ECKey key = Json.read(publicKey, ECKey.class);
        UUID id = Ids.random();
        String word = word();
        Tuple values = Tuple.tuple()
                .addUUID(id)
                .addUUID(person.value())
                .addString(Keys.kidOf(key))
                .addBuffer(Buffer.buffer(KeyProof.hash(word)))
                .addOffsetDateTime(SqlTime.of(clock.instant()));
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(values)
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(person.value(), settings.atMost())))
                .replaceWith(() -> new Challenge(id, SealedChallenge.seal(word, key))));
    }

    /**
     * In the transaction of what it is asked for.
     *
     * @param kid of the key that it has to be
     * @param header what the request said; nothing proves nothing
     */
    public Uni<Boolean> answered(SqlClient transaction, PersonId person, String kid, @Nullable String header) {
        if (header == null) {
            return Uni.createFrom().item(false);
        }
        KeyProof proof = KeyProof.of(header);
        Tuple values = Tuple.tuple()
                .addUUID(proof.challenge())
                .addUUID(person.value())
                .addString(kid)
                .addBuffer(Buffer.buffer(proof.answer()))
                .addOffsetDateTime(SqlTime.of(clock.instant().minus(settings.valid())));
        return transaction.preparedQuery(ANSWERED).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private String word() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
