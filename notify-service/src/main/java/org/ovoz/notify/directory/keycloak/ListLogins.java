package org.ovoz.notify.directory.keycloak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Everybody who has a login, all or nobody: a listing that does not come to its end, or not to the number that the server counts, fails.
 * Services' own accounts are not in it.
 */
@ApplicationScoped
public class ListLogins {

    private static final int PAGE = 100;

    private final AskKeycloak keycloak;
    private final LoginSettings settings;

    ListLogins(AskKeycloak keycloak, LoginSettings settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Fails with {@link LoginsAway}. */
    public Uni<List<Login>> list() {
        return keycloak.ask(settings.listingTimeout(), ListLogins::pages);
    }

    private static List<Login> pages(RealmResource realm) {
        List<Login> all = new ArrayList<>();
        List<UserRepresentation> page;
        do {
            page = realm.users().search(null, all.size(), PAGE, false);
            page.forEach(user -> all.add(Login.of(user)));
        } while (page.size() == PAGE);
        long different = all.stream().map(Login::subject).distinct().count();
        if (different != all.size() || realm.users().count() != all.size()) {
            throw new LoginsAway("the listing is not whole");
        }
        return all;
    }
}
