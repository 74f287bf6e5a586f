package org.ovoz.notify.referral.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Makes or changes a service. Whoever brings a new one has checked it; a change is no check, and lifts no warning. */
@ApplicationScoped
class SaveService {

    private static final WeeklyHours HOURS = new WeeklyHours("service_opening", "service");
    private static final String SAVE = """
            INSERT INTO service (id, name, kind, regions, languages, needs, zone, takes_undocumented, takes_children,
                phone, email, address, checked_by, checked_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, regions = excluded.regions,
                languages = excluded.languages, needs = excluded.needs, zone = excluded.zone,
                takes_undocumented = excluded.takes_undocumented, takes_children = excluded.takes_children,
                phone = excluded.phone, email = excluded.email, address = excluded.address""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SaveService(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> save(UUID id, ServiceForm said, UUID by) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(SAVE)
                .execute(values(id, said, by, now))
                .chain(() -> HOURS.write(transaction.connection(), id, said.weekly()))
                .chain(() -> audit.append(
                        transaction.connection(), AuditEntry.ofDirectory("service-saved", by, id.toString(), now))));
    }

    private static Tuple values(UUID id, ServiceForm said, UUID by, Instant now) {
        return Tuple.tuple()
                .addUUID(id)
                .addString(said.name())
                .addString(said.kind().code())
                .addArrayOfString(distinct(said.regions().stream().map(RegionCode::value)))
                .addArrayOfString(distinct(said.languages().stream().map(LanguageTag::value)))
                .addArrayOfString(distinct(said.needs().stream().map(Need::code)))
                .addString(said.zone())
                .addBoolean(said.takesUndocumented())
                .addBoolean(said.takesChildren())
                .addString(said.phone())
                .addString(said.email())
                .addString(said.address())
                .addUUID(by)
                .addOffsetDateTime(SqlTime.of(now));
    }

    private static String[] distinct(Stream<String> codes) {
        return codes.distinct().toArray(String[]::new);
    }
}
