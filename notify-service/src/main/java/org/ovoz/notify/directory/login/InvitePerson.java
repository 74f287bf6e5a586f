package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.TemporaryPassword;
import org.ovoz.notify.directory.person.PersonForm;

/**
 * Makes a login and a person in an order that leaves nobody half let in: a login without a password, the person here, then the password,
 * which is shown once to whoever invites, since a mail to a responder may betray them. Whatever breaks off on the way is taken up
 * by the same invitation again.
 */
@ApplicationScoped
class InvitePerson {

    private static final String STATE = "SELECT state FROM person WHERE subject = $1";

    private final Logins logins;
    private final AdmitPerson admitPerson;
    private final Pool pool;

    InvitePerson(Logins logins, AdmitPerson admitPerson, Pool pool) {
        this.logins = logins;
        this.admitPerson = admitPerson;
        this.pool = pool;
    }

    /** Fails with {@link LoginsAway}. */
    Uni<InviteOutcome> invite(PersonForm form, Set<String> roles, UUID by) {
        return admitPerson.accepts(form).chain(accepted -> {
            if (!accepted) {
                return Uni.createFrom().item(new InviteOutcome.Refused());
            }
            return logins.named(form.handle())
                    .chain(known -> known.isPresent() ? takeUp(known.get()) : create(form))
                    .chain(login -> login.isPresent()
                            ? admit(login.get(), form, roles, by)
                            : Uni.createFrom().item(new InviteOutcome.HandleTaken()));
        });
    }

    private Uni<Optional<Login>> create(PersonForm form) {
        return logins.create(form.handle(), AdmitPerson.place(form)).map(Optional::of);
    }

    /** Only what an invitation made and nobody used: a login that was made there by hand is nobody's to take over. */
    private Uni<Optional<Login>> takeUp(Login login) {
        if (!login.invited() || !login.unused() || !login.enabled()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(STATE).execute(Tuple.of(login.subject())).map(rows -> {
            boolean free = rows.size() == 0
                    || rows.iterator().next().getString("state").equals("invited");
            return free ? Optional.of(login) : Optional.empty();
        });
    }

    private Uni<InviteOutcome> admit(Login login, PersonForm form, Set<String> roles, UUID by) {
        String subject = login.subject();
        TemporaryPassword password = TemporaryPassword.random();
        return logins.place(subject, AdmitPerson.place(form))
                .chain(() -> logins.giveRoles(subject, roles))
                .chain(() -> admitPerson.admit(subject, form, by))
                .chain(admitted -> admitted
                        ? logins.givePassword(subject, password)
                                .replaceWith(new InviteOutcome.Invited(subject, password))
                        : Uni.createFrom().item(new InviteOutcome.Refused()));
    }
}
