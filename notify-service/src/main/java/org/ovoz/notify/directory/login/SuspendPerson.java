package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.person.PersonState;

/** Stops a person at once. The desk is first, so that it works while the login server is away. */
@ApplicationScoped
class SuspendPerson {

    private final StopPerson stopPerson;
    private final TellLoginServer tellLoginServer;
    private final Logins logins;

    SuspendPerson(StopPerson stopPerson, TellLoginServer tellLoginServer, Logins logins) {
        this.stopPerson = stopPerson;
        this.tellLoginServer = tellLoginServer;
        this.logins = logins;
    }

    /** Doing it again changes nothing here, and tells the login server again. */
    Uni<LoginOutcome> suspend(String subject, UUID by) {
        return stopPerson
                .suspend(subject, "person-suspended", by)
                .chain(() -> tellLoginServer.tell(subject, PersonState.SUSPENDED, () -> logins.disable(subject)));
    }
}
