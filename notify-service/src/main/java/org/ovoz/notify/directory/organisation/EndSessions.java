package org.ovoz.notify.directory.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;

/** Ends people's sessions at the login server. The desk lets them in no more anyway, so that this may fail. */
@ApplicationScoped
class EndSessions {

    private final Logins logins;

    EndSessions(Logins logins) {
        this.logins = logins;
    }

    /** False when the login server did not answer to the end. */
    Uni<Boolean> of(List<String> subjects) {
        return Multi.createFrom()
                .iterable(subjects)
                .onItem()
                .transformToUniAndConcatenate(subject ->
                        logins.endSessions(subject).onFailure(NoSuchLogin.class).recoverWithNull())
                .collect()
                .last()
                .replaceWith(true)
                .onFailure(LoginsAway.class)
                .recoverWithItem(false);
    }
}
