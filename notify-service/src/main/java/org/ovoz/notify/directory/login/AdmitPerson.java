package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.person.PersonForm;
import org.ovoz.notify.directory.person.PersonState;
import org.ovoz.notify.directory.person.SavePerson;
import org.ovoz.transport.transaction.Transactions;

/** The desk's half of an invitation. */
@ApplicationScoped
class AdmitPerson {

    private final SavePerson savePerson;
    private final SeenLogins seenLogins;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    AdmitPerson(SavePerson savePerson, SeenLogins seenLogins, Transactions transactions, AuditLog audit, Clock clock) {
        this.savePerson = savePerson;
        this.seenLogins = seenLogins;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the form could be kept now; asked before the login server is. */
    Uni<Boolean> accepts(PersonForm form) {
        return savePerson.fits(form);
    }

    /** False when it does not fit any more. */
    Uni<Boolean> admit(String subject, PersonForm form, UUID by) {
        return transactions.commit(transaction -> savePerson
                .write(transaction, subject, form, PersonState.INVITED)
                .chain(saved -> saved
                        ? seenLogins
                                .write(transaction.connection(), subject, place(form))
                                .chain(() -> audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory("person-invited", by, subject, clock.instant())))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    static Login.Place place(PersonForm form) {
        return new Login.Place(
                form.organisation().value(),
                form.teams().stream().map(TeamId::value).collect(Collectors.toSet()));
    }
}
