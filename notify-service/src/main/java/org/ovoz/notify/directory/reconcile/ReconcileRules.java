package org.ovoz.notify.directory.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.person.PersonState;

/**
 * In what desk and login server differ, and who is right. The login server has the last word on roles, on membership and on who is out; the
 * desk on who is let in again. Both lists are whole.
 */
final class ReconcileRules {

    /** So many may be gone at once however few people there are. */
    private static final int A_FEW = 2;

    private ReconcileRules() {}

    static List<Drift> compare(List<KnownPerson> people, List<FoundLogin> logins) {
        Map<String, FoundLogin> left = new HashMap<>();
        logins.forEach(found -> left.put(found.login().subject(), found));
        List<Drift> drifts = new ArrayList<>();
        for (KnownPerson person : people) {
            drifts.addAll(compare(person, left.remove(person.subject())));
        }
        left.keySet().stream().sorted().map(Drift.Unknown::new).forEach(drifts::add);
        return drifts;
    }

    /** More than half of those who are let in, gone at once: that is a realm that was lost or put back, and nobody's decision. */
    static boolean isLostRealm(List<KnownPerson> people, List<Drift> drifts) {
        long letIn = people.stream().filter(KnownPerson::isLetIn).count();
        long gone = drifts.stream()
                .filter(drift -> drift instanceof Drift.Gone || drift instanceof Drift.Disabled)
                .count();
        return gone > A_FEW && gone * 2 > letIn;
    }

    /** On these the desk has the last word, also while the realm is lost; they stop nobody who was not stopped here. */
    static boolean isDesksWord(Drift drift) {
        return switch (drift) {
            case Drift.StillEnabled still -> true;
            case Drift.LeftOver left -> true;
            case Drift.MovedHere moved -> true;
            case Drift.Gone gone -> false;
            case Drift.Disabled disabled -> false;
            case Drift.Arrived arrived -> false;
            case Drift.OtherRoles other -> false;
            case Drift.Moved moved -> false;
            case Drift.Unknown unknown -> false;
        };
    }

    private static List<Drift> compare(KnownPerson person, @Nullable FoundLogin found) {
        if (found == null) {
            return person.isLetIn() ? List.of(new Drift.Gone(person.subject())) : List.of();
        }
        if (person.state() == PersonState.REMOVED) {
            return List.of(new Drift.LeftOver(person.subject()));
        }
        List<Drift> drifts = new ArrayList<>();
        letIn(person, found.login()).ifPresent(drifts::add);
        if (!found.roles().equals(person.roles())) {
            drifts.add(new Drift.OtherRoles(person.subject(), found.roles()));
        }
        placed(person, found.login().place()).ifPresent(drifts::add);
        return drifts;
    }

    private static Optional<Drift> letIn(KnownPerson person, Login login) {
        if (person.isLetIn() && !login.enabled()) {
            return Optional.of(new Drift.Disabled(person.subject()));
        }
        if (person.state() == PersonState.SUSPENDED && login.enabled()) {
            return Optional.of(new Drift.StillEnabled(person.subject()));
        }
        if (person.state() == PersonState.INVITED && !login.unused()) {
            return Optional.of(new Drift.Arrived(person.subject()));
        }
        return Optional.empty();
    }

    /** What is not as it was last seen was changed there; else what is not as it was last seen here was changed here. */
    private static Optional<Drift> placed(KnownPerson person, Optional<Login.Place> there) {
        if (there.isPresent() && !there.equals(person.seen())) {
            return Optional.of(new Drift.Moved(person.subject(), there.get()));
        }
        if (!Optional.of(person.place()).equals(there)) {
            return Optional.of(new Drift.MovedHere(person.subject(), person.place()));
        }
        return Optional.empty();
    }
}
