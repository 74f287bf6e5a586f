package org.ovoz.notify.directory.keycloak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.ovoz.notify.directory.Roles;

/** The realm's logins, one call each. What fails with {@link LoginsAway} may be asked again; each call may be repeated. */
@ApplicationScoped
public class Logins {

    private static final String SECOND_FACTOR = "otp";

    private final AskKeycloak keycloak;
    private final LoginSettings settings;

    Logins(AskKeycloak keycloak, LoginSettings settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Whether there is a login server at all. */
    public boolean isConfigured() {
        return keycloak.isConfigured();
    }

    public Uni<Optional<Login>> named(String handle) {
        return keycloak.ask(
                settings.timeout(),
                realm -> realm.users().searchByUsername(handle, true).stream()
                        .findFirst()
                        .map(Login::of));
    }

    public Uni<Optional<Login>> of(String subject) {
        return keycloak.ask(
                        settings.timeout(),
                        realm -> Optional.of(Login.of(realm.users().get(subject).toRepresentation())))
                .onFailure(NoSuchLogin.class)
                .recoverWithItem(Optional.empty());
    }

    /** Also those that come by a group or another role. */
    public Uni<Set<String>> rolesOf(String subject) {
        return keycloak.ask(
                settings.timeout(),
                realm -> realm.users().get(subject).roles().realmLevel().listEffective().stream()
                        .map(RoleRepresentation::getName)
                        .filter(Roles.ALL::contains)
                        .collect(Collectors.toSet()));
    }

    /** Makes a login that nobody can use yet: it has no password. */
    public Uni<Login> create(String handle, Login.Place place) {
        return keycloak.ask(settings.timeout(), realm -> {
            UserRepresentation user = new UserRepresentation();
            user.setUsername(handle);
            user.setEnabled(true);
            user.setRequiredActions(List.of(Login.CHANGES_PASSWORD, Login.SETS_UP_SECOND_FACTOR));
            user.singleAttribute(Login.INVITED, "true");
            Login.write(user, place);
            try (var answer = realm.users().create(user)) {
                String address = answer.getHeaderString("Location");
                if (answer.getStatus() != 201 || address == null) {
                    throw new LoginsAway("creating was answered with " + answer.getStatus());
                }
                String subject = address.substring(address.lastIndexOf('/') + 1);
                return Login.of(realm.users().get(subject).toRepresentation());
            }
        });
    }

    /** Gives exactly these of the desk's roles. */
    public Uni<Void> giveRoles(String subject, Set<String> wanted) {
        return change(subject, user -> {
            var roles = user.roles().realmLevel();
            List<RoleRepresentation> has = roles.listAll().stream()
                    .filter(role -> Roles.ALL.contains(role.getName()))
                    .toList();
            List<RoleRepresentation> given = roles.listAvailable().stream()
                    .filter(role -> wanted.contains(role.getName()))
                    .toList();
            if (given.size()
                            + has.stream()
                                    .filter(role -> wanted.contains(role.getName()))
                                    .count()
                    < wanted.size()) {
                throw new LoginsAway("a role cannot be given");
            }
            if (!given.isEmpty()) {
                roles.add(given);
            }
            List<RoleRepresentation> taken = has.stream()
                    .filter(role -> !wanted.contains(role.getName()))
                    .toList();
            if (!taken.isEmpty()) {
                roles.remove(taken);
            }
        });
    }

    /** To be changed at the first use. */
    public Uni<Void> givePassword(String subject, TemporaryPassword password) {
        return change(subject, user -> {
            CredentialRepresentation credential = new CredentialRepresentation();
            credential.setType(CredentialRepresentation.PASSWORD);
            credential.setValue(password.value());
            credential.setTemporary(true);
            user.resetPassword(credential);
        });
    }

    public Uni<Void> place(String subject, Login.Place place) {
        return change(subject, user -> {
            UserRepresentation changed = user.toRepresentation();
            Login.write(changed, place);
            user.update(changed);
        });
    }

    public Uni<Void> enable(String subject) {
        return change(subject, user -> {
            UserRepresentation changed = user.toRepresentation();
            changed.setEnabled(true);
            user.update(changed);
        });
    }

    /** Disables it and ends its sessions. */
    public Uni<Void> disable(String subject) {
        return change(subject, user -> {
            UserRepresentation changed = user.toRepresentation();
            changed.setEnabled(false);
            user.update(changed);
            user.logout();
        });
    }

    public Uni<Void> endSessions(String subject) {
        return change(subject, UserResource::logout);
    }

    /** Forgets the second factor, has another one set up at the next login, and ends the sessions. */
    public Uni<Void> forgetSecondFactor(String subject) {
        return change(subject, user -> {
            UserRepresentation changed = user.toRepresentation();
            Set<String> actions = new java.util.TreeSet<>(
                    changed.getRequiredActions() == null ? List.of() : changed.getRequiredActions());
            actions.add(Login.SETS_UP_SECOND_FACTOR);
            changed.setRequiredActions(List.copyOf(actions));
            user.update(changed);
            user.credentials().stream()
                    .filter(credential -> SECOND_FACTOR.equals(credential.getType()))
                    .forEach(credential -> user.removeCredential(credential.getId()));
            user.logout();
        });
    }

    /** Fine, too, when there is none. */
    public Uni<Void> delete(String subject) {
        return change(subject, UserResource::remove)
                .onFailure(NoSuchLogin.class)
                .recoverWithNull();
    }

    private Uni<Void> change(String subject, Consumer<UserResource> change) {
        return keycloak.ask(settings.timeout(), (RealmResource realm) -> {
                    change.accept(realm.users().get(subject));
                    return true;
                })
                .replaceWithVoid();
    }
}
