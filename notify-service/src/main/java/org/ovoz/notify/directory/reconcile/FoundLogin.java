package org.ovoz.notify.directory.reconcile;

import java.util.Set;
import org.ovoz.notify.directory.keycloak.Login;

/** A login, with the desk's roles that it has; none for whom the desk does not know. */
record FoundLogin(Login login, Set<String> roles) {}
