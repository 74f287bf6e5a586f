package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.sealing.ShredKeys;
import org.ovoz.transport.media.CarrierMedia;

/**
 * For a report that is erased: what the carrier still has of it goes too, as far as the carrier does it at once. Erasing here waits for
 * nobody: once the key is gone nobody knows what to ask for.
 */
@Singleton
public class LetGoOfMedia {

    private static final Logger LOG = Logger.getLogger(LetGoOfMedia.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MediaRows rows;
    private final ShredKeys shredKeys;
    private final CarrierMedia carrier;

    LetGoOfMedia(MediaRows rows, ShredKeys shredKeys, CarrierMedia carrier) {
        this.rows = rows;
        this.shredKeys = shredKeys;
        this.carrier = carrier;
    }

    /** Before the key is destroyed. Fails only if the databases do. */
    public Uni<Void> atTheCarrier(ReportId report, UUID shredKey) {
        return rows.sourcesOf(report)
                .chain(sources -> sources.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : shredKeys
                                .find(shredKey)
                                .chain(key -> key.map(known -> delete(report, sources, known))
                                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** In the transaction that says that the report is gone. */
    public static Uni<Void> here(SqlClient transaction, UUID report) {
        return transaction
                .preparedQuery("DELETE FROM media WHERE report_id = $1")
                .execute(Tuple.of(report))
                .replaceWithVoid();
    }

    private Uni<Void> delete(ReportId report, List<String> sources, ShredKey key) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToMultiAndMerge(source -> delete(source, key).toMulti())
                .collect()
                .asList()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(List.of(false))
                .invoke(outcomes -> {
                    if (outcomes.contains(false)) {
                        LOG.errorf("media of report %s, which is erased, are left at the carrier", report);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> delete(String wrapped, ShredKey key) {
        return source(wrapped, key)
                .flatMap(MediaSource::id)
                .map(carrier::delete)
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    private static Optional<MediaSource> source(String wrapped, ShredKey key) {
        try {
            return Optional.of(MediaSource.ofJson(key.unwrap(wrapped)));
        } catch (NotOpenedException anotherKey) {
            return Optional.empty();
        }
    }
}
