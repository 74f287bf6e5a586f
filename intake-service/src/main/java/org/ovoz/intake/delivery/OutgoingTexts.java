package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.delivery.waiting.Wait;
import org.ovoz.transport.carrier.DeliveryStatus;

/** The rows of what goes out. Whoever changes one holds its report's row first, as everybody does. */
@Singleton
class OutgoingTexts {

    private static final String LOCK = """
            SELECT o.id, o.report_id, o.kind, o.state, o.delivery, o.carrier_hmac, o.accepted_at, o.sending_at, o.contact, o.relay_grant,
              o.relay_kid, o.team, o.not_before, o.expires_at, o.goes_at, c.texts, c.contact AS kept, c.terms, c.shred_key, i.jwe
            FROM conversation c JOIN outgoing_text o ON o.report_id = c.id LEFT JOIN item i ON i.id = o.id
            WHERE o.id = $1 FOR UPDATE OF c, o""";

    private static final String MOVE = """
            UPDATE outgoing_text SET state = $2, reason = coalesce($3, reason), delivery = coalesce($4, delivery),
              carrier_hmac = coalesce($5, carrier_hmac), sending_at = coalesce($6, sending_at), due_at = coalesce($7, due_at),
              settled_at = CASE WHEN $8 THEN settled_at ELSE $9 END,
              contact = CASE WHEN $8 THEN contact END, relay_grant = CASE WHEN $8 THEN relay_grant END
            WHERE id = $1""";

    private static final String OF_NO_TEXT = """
            SELECT i.id FROM unnest($1::text[]) WITH ORDINALITY AS i (id, place)
            WHERE NOT EXISTS (SELECT FROM outgoing_text o WHERE o.carrier_hmac = i.id) ORDER BY i.place""";

    private static final String DUE = """
            SELECT o.id FROM outgoing_text o JOIN conversation c ON c.id = o.report_id
            WHERE o.kind = 'reply' AND o.state = 'accepted' AND (o.due_at <= $1 OR o.goes_at IS NOT NULL AND c.texts = 'refused')
            ORDER BY o.due_at LIMIT 50""";

    private final Pool pool;

    OutgoingTexts(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Outgoing>> lock(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(OutgoingTexts::outgoing));
    }

    /** What changes; what is absent stays as it is. */
    record Move(
            OutgoingState state,
            @Nullable String reason,
            @Nullable DeliveryStatus delivery,
            @Nullable String carrierId,
            @Nullable Instant dueAt) {

        static Move to(OutgoingState state) {
            return new Move(state, null, null, null, null);
        }
    }

    /** Once it is no longer under way, contact and relay grant are gone. */
    Uni<Void> move(SqlClient transaction, UUID id, Move move, Instant now) {
        Tuple parameters = Tuple.tuple()
                .addUUID(id)
                .addString(move.state().word())
                .addString(move.reason())
                .addString(move.delivery() == null ? null : move.delivery().name())
                .addString(move.carrierId())
                .addOffsetDateTime(move.state() == OutgoingState.SENDING ? utc(now) : null)
                .addOffsetDateTime(move.dueAt() == null ? null : utc(move.dueAt()))
                .addBoolean(move.state().isUnderWay())
                .addOffsetDateTime(utc(now));
        return transaction.preparedQuery(MOVE).execute(parameters).replaceWithVoid();
    }

    /** It waits for another moment. */
    Uni<Void> putOff(SqlClient transaction, UUID id, Instant goesAt) {
        return transaction
                .preparedQuery("UPDATE outgoing_text SET due_at = $2, goes_at = $2 WHERE id = $1")
                .execute(Tuple.of(id, utc(goesAt)))
                .replaceWithVoid();
    }

    /** Accepted replies that nobody sends, and those whose waiting a no from the phone has ended. */
    Uni<List<UUID>> due(Instant now) {
        return ids(DUE, now);
    }

    /** Begun before then and without an outcome. */
    Uni<List<UUID>> stuck(Instant before) {
        return ids(
                "SELECT id FROM outgoing_text WHERE state = 'sending' AND sending_at <= $1 ORDER BY sending_at LIMIT 50",
                before);
    }

    /** Replies of unknown fate whose text is still at hand. */
    Uni<List<UUID>> unknown(Instant now) {
        return ids(
                "SELECT id FROM outgoing_text WHERE kind = 'reply' AND state = 'unknown' AND contact IS NOT NULL AND accepted_at <= $1"
                        + " ORDER BY accepted_at LIMIT 50",
                now);
    }

    /** As it is now; may have changed when it is looked at. */
    Uni<Optional<Outgoing>> read(UUID id) {
        return lock(pool, id);
    }

    /** The first of these ids of the carrier's, hashed, that no text is known to have. */
    Uni<Optional<String>> ofNoText(SqlClient transaction, List<String> carrierIds) {
        return transaction
                .preparedQuery(OF_NO_TEXT)
                .execute(Tuple.tuple().addArrayOfString(carrierIds.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getString("id")));
    }

    Uni<Void> forgetContact(UUID id) {
        return pool.preparedQuery("UPDATE outgoing_text SET contact = NULL, relay_grant = NULL WHERE id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private Uni<List<UUID>> ids(String sql, Instant time) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(utc(time)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static Outgoing outgoing(Row row) {
        String delivery = row.getString("delivery");
        return new Outgoing(
                row.getUUID("id"),
                new ReportId(row.getUUID("report_id")),
                "reply".equals(row.getString("kind")),
                ordered(row),
                new Outgoing.Progress(
                        OutgoingState.of(row.getString("state")),
                        delivery == null ? null : DeliveryStatus.valueOf(delivery),
                        row.getString("carrier_hmac"),
                        row.getOffsetDateTime("accepted_at").toInstant(),
                        instant(row, "sending_at")),
                SafeContact.of(row.getString("texts"), row.getString("kept"), row.getString("terms")),
                new Outgoing.Sealed(
                        row.getUUID("shred_key"),
                        row.getString("contact"),
                        row.getString("relay_grant"),
                        row.getString("relay_kid"),
                        row.getString("jwe")));
    }

    private static Outgoing.Ordered ordered(Row row) {
        String team = row.getString("team");
        Instant notBefore = instant(row, "not_before");
        Instant expiresAt = instant(row, "expires_at");
        return new Outgoing.Ordered(
                team == null ? null : new TeamId(team),
                notBefore == null || expiresAt == null ? null : new Wait(notBefore, expiresAt),
                instant(row, "goes_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
