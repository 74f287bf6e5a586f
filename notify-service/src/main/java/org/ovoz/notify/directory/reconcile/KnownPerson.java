package org.ovoz.notify.directory.reconcile;

import java.util.Optional;
import java.util.Set;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.person.PersonState;

/**
 * A person as the desk has them.
 *
 * @param seen where the login server had them when it was last looked at; none: it was not asked yet
 */
record KnownPerson(
        String subject, PersonState state, Login.Place place, Set<String> roles, Optional<Login.Place> seen) {

    boolean isLetIn() {
        return state == PersonState.ACTIVE || state == PersonState.INVITED;
    }
}
