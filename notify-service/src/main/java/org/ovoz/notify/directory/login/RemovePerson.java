package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.person.PersonState;

/** Takes a person out for ever; the handle is free again. The desk is first, as in {@link SuspendPerson}. */
@ApplicationScoped
class RemovePerson {

    private final StopPerson stopPerson;
    private final TellLoginServer tellLoginServer;
    private final Logins logins;

    RemovePerson(StopPerson stopPerson, TellLoginServer tellLoginServer, Logins logins) {
        this.stopPerson = stopPerson;
        this.tellLoginServer = tellLoginServer;
        this.logins = logins;
    }

    /** Doing it again tells the login server again. */
    Uni<LoginOutcome> remove(String subject, UUID by) {
        return stopPerson
                .remove(subject, by)
                .chain(() -> tellLoginServer.tell(subject, PersonState.REMOVED, () -> logins.delete(subject)));
    }
}
