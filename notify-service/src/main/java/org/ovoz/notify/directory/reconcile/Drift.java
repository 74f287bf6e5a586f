package org.ovoz.notify.directory.reconcile;

import java.util.Set;
import org.ovoz.notify.directory.keycloak.Login;

/** One thing in which desk and login server differ, and who is right. */
sealed interface Drift {

    String subject();

    /** Deleted there: suspended here. */
    record Gone(String subject) implements Drift {}

    /** Disabled there: suspended here. */
    record Disabled(String subject) implements Drift {}

    /** Suspended here: disabled there. Only the desk lifts. */
    record StillEnabled(String subject) implements Drift {}

    /** Removed here: deleted there. */
    record LeftOver(String subject) implements Drift {}

    /** Used the first password there: active here. */
    record Arrived(String subject) implements Drift {}

    /** Has other roles there, which count. */
    record OtherRoles(String subject, Set<String> roles) implements Drift {}

    /** Was put elsewhere there, which counts. */
    record Moved(String subject, Login.Place place) implements Drift {}

    /** Was put elsewhere here, and the login server does not know yet. */
    record MovedHere(String subject, Login.Place place) implements Drift {}

    /** A login that nobody invited: shown, and not let in. */
    record Unknown(String subject) implements Drift {}
}
