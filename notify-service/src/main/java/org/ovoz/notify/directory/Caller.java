package org.ovoz.notify.directory;

import java.util.List;
import java.util.Set;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;

/**
 * Who is calling, as the directory has it at this call.
 *
 * @param teams those the person is a member of, and for a coordinator all of the organisation; never a suspended one
 */
public record Caller(PersonId id, String handle, OrganisationId organisation, Set<String> roles, List<TeamId> teams) {

    public Caller {
        roles = Set.copyOf(roles);
        teams = List.copyOf(teams);
    }

    public boolean isCoordinator() {
        return roles.contains(Roles.COORDINATOR);
    }

    public String[] teamIds() {
        return teams.stream().map(TeamId::value).toArray(String[]::new);
    }
}
