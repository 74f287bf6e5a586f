package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;
import org.ovoz.notify.directory.login.PlacePerson;
import org.ovoz.notify.directory.login.StopPerson;
import org.ovoz.notify.directory.person.PersonState;

/** Takes one difference away, if it is still there: both sides are asked again before somebody is stopped, here or there. */
@ApplicationScoped
class ApplyDrift {

    private final Logins logins;
    private final StopPerson stopPerson;
    private final PlacePerson placePerson;
    private final MirrorLogin mirrorLogin;

    ApplyDrift(Logins logins, StopPerson stopPerson, PlacePerson placePerson, MirrorLogin mirrorLogin) {
        this.logins = logins;
        this.stopPerson = stopPerson;
        this.placePerson = placePerson;
        this.mirrorLogin = mirrorLogin;
    }

    /** False when there was nothing to do any more, or it cannot be done. Fails with {@code LoginsAway}. */
    Uni<Boolean> apply(Drift drift) {
        return switch (drift) {
            case Drift.Gone(String subject) ->
                logins.of(subject)
                        .chain(login -> login.isPresent() ? no() : suspend(subject, "person-suspended-login-deleted"));
            case Drift.Disabled(String subject) ->
                logins.of(subject)
                        .chain(login -> login.isEmpty() || login.get().enabled()
                                ? no()
                                : suspend(subject, "person-suspended-login-disabled"));
            case Drift.StillEnabled(String subject) ->
                mirrorLogin
                        .isStill(subject, PersonState.SUSPENDED)
                        .chain(still -> still ? done(logins.disable(subject)) : no());
            case Drift.LeftOver(String subject) -> done(logins.delete(subject));
            case Drift.Arrived(String subject) -> mirrorLogin.arrived(subject);
            case Drift.OtherRoles(String subject, var roles) -> mirrorLogin.roles(subject, roles);
            case Drift.Moved(String subject, Login.Place place) ->
                logins.of(subject)
                        .chain(login -> login.flatMap(Login::place).equals(Optional.of(place))
                                ? placePerson.place(subject, place, null)
                                : no());
            case Drift.MovedHere(String subject, Login.Place place) ->
                done(logins.place(subject, place)).call(() -> mirrorLogin.seen(subject, place));
            case Drift.Unknown(String subject) -> no();
        };
    }

    private Uni<Boolean> suspend(String subject, String what) {
        return stopPerson.suspend(subject, what, null);
    }

    private static Uni<Boolean> done(Uni<Void> work) {
        return work.replaceWith(true).onFailure(NoSuchLogin.class).recoverWithItem(false);
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }
}
