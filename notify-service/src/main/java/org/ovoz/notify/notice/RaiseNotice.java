package org.ovoz.notify.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Puts something before the coordinators: of one organisation, or all. What is before them already is not put there again. */
@ApplicationScoped
public class RaiseNotice {

    private static final Logger LOG = Logger.getLogger(RaiseNotice.class);
    private static final Set<AlertKind> WAYS = EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL);
    private static final String RAISE = """
            INSERT INTO notice (id, kind, subject, organisation, raised_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (kind, subject) WHERE ended_at IS NULL DO NOTHING""";
    private static final String COORDINATORS = """
            SELECT id FROM reachable_person WHERE 'coordinator' = ANY (roles)
                AND ($1::text IS NULL OR organisation = $1) ORDER BY id""";

    private final WriteAlerts writeAlerts;
    private final Clock clock;

    RaiseNotice(WriteAlerts writeAlerts, Clock clock) {
        this.writeAlerts = writeAlerts;
        this.clock = clock;
    }

    /**
     * @param subject ids and codes only
     * @param organisation whose coordinators are alerted; null for all
     * @return whether it is new
     */
    public Uni<Boolean> raise(
            Transaction transaction, NoticeKind kind, String subject, @Nullable OrganisationId organisation) {
        UUID id = Ids.random();
        String whose = organisation == null ? null : organisation.value();
        return transaction
                .connection()
                .preparedQuery(RAISE)
                .execute(Tuple.of(id, kind.word(), subject, whose, SqlTime.of(clock.instant())))
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        return Uni.createFrom().item(false);
                    }
                    LOG.warnf("notice %s: %s", kind.word(), subject);
                    return coordinators(transaction.connection(), whose)
                            .chain(people -> writeAlerts.write(
                                    transaction, new Occasion.Notice(id, AlertText.NOTICE, id), people, WAYS))
                            .replaceWith(true);
                });
    }

    private static Uni<List<PersonId>> coordinators(SqlClient transaction, @Nullable String organisation) {
        return transaction
                .preparedQuery(COORDINATORS)
                .execute(Tuple.of(organisation))
                .map(rows -> {
                    List<PersonId> people = new ArrayList<>(rows.size());
                    rows.forEach(row -> people.add(new PersonId(row.getUUID("id"))));
                    return people;
                });
    }
}
