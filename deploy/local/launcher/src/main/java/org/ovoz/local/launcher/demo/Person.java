package org.ovoz.local.launcher.demo;

import java.util.List;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;

/**
 * Somebody who logs in to the desk.
 *
 * @param number of the own phone, where alerts arrive; empty for whom none are sent
 */
public record Person(
        Account account, OrganisationId organisation, List<TeamId> teams, List<LanguageTag> languages, String number) {

    /**
     * How Keycloak knows somebody.
     *
     * @param handle the name to log in with
     * @param subject the id, fixed in the realm's JSON
     */
    public record Account(String handle, String subject, String role) {}

    public String handle() {
        return account.handle();
    }

    public String email() {
        return handle() + "@" + organisation + ".example";
    }

    public boolean isOnCall() {
        return !teams.isEmpty();
    }
}
