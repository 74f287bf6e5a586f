package org.ovoz.notify.cases;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.directory.Caller;

/**
 * Who may see a case at this moment: the members of its teams, and coordinators of their organisations; nobody who was stopped.
 *
 * @param stopped who sees nothing any more, or not this one
 * @param withdrawn who has just declared that it is not for them
 */
public record Audience(Set<UUID> people, Set<OrganisationId> organisations, Set<UUID> stopped, Set<UUID> withdrawn) {

    static Audience of(UUID[] people, String[] organisations, UUID[] stopped, UUID[] withdrawn) {
        return new Audience(
                Set.of(people),
                Stream.of(organisations).map(OrganisationId::new).collect(Collectors.toSet()),
                Set.of(stopped),
                Set.of(withdrawn));
    }

    public boolean isWithdrawnFrom(Caller caller) {
        return withdrawn.contains(caller.id().value());
    }

    public boolean holds(Caller caller) {
        return people.contains(caller.id().value())
                || (caller.isCoordinator()
                        && organisations.contains(caller.organisation())
                        && !stopped.contains(caller.id().value()));
    }
}
