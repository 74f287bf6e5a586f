package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.team.Admission;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.key.vouched.TeamKeys;

/** Teams' keys, sealed to recovery keys. */
@ApplicationScoped
class Packages {

    private static final String HOLD = "SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE";
    private static final String PACK = """
            INSERT INTO recovery_package (recovery_kid, team, kid, jwe, admission) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (recovery_kid, team, kid) DO UPDATE SET jwe = excluded.jwe, admission = excluded.admission""";

    private final TeamKeys teamKeys;

    Packages(TeamKeys teamKeys) {
        this.teamKeys = teamKeys;
    }

    /** One after the other: whoever replaces papers sees all that is sealed to them. */
    Uni<Void> hold(SqlClient transaction, OrganisationId organisation) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(organisation.value()))
                .replaceWithVoid();
    }

    /** The first refusal; empty when all can be kept. */
    Uni<Optional<RecoveryOutcome>> refusal(
            SqlClient transaction, Caller caller, String recoveryKid, List<PackageForm> forms) {
        return Multi.createFrom()
                .iterable(forms)
                .onItem()
                .transformToUniAndConcatenate(form -> refusal(transaction, caller, recoveryKid, form))
                .select()
                .where(Optional::isPresent)
                .collect()
                .first()
                .map(first -> first == null ? Optional.empty() : first);
    }

    private Uni<Optional<RecoveryOutcome>> refusal(
            SqlClient transaction, Caller caller, String recoveryKid, PackageForm form) {
        return teamKeys.today(transaction, form.team()).chain(today -> {
            if (form.kid().equals(today.kid())) {
                boolean admitted = today.admits(form.admission(), Admission.RECOVERY, recoveryKid);
                return Uni.createFrom()
                        .item(admitted ? Optional.empty() : Optional.of(new RecoveryOutcome.AdmissionRefused()));
            }
            return teamKeys.heldBy(transaction, caller.id(), form.team())
                    .map(held -> held.contains(form.kid())
                            ? Optional.empty()
                            : Optional.of(new RecoveryOutcome.UnknownKey()));
        });
    }

    Uni<Void> keep(SqlClient transaction, String recoveryKid, List<PackageForm> forms) {
        return Multi.createFrom()
                .iterable(forms)
                .onItem()
                .transformToUniAndConcatenate(form -> transaction
                        .preparedQuery(PACK)
                        .execute(Tuple.of(recoveryKid, form.team().value(), form.kid(), form.jwe(), form.admission())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
