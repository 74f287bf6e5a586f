package org.ovoz.notify.cases;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.directory.Caller;

/** Who may see a case at this moment: the members of its teams, and coordinators of their organisations; nobody who was stopped. */
public record Audience(Set<UUID> people, Set<OrganisationId> organisations, Set<UUID> stopped) {

    static Audience of(UUID[] people, String[] organisations, UUID[] stopped) {
        return new Audience(
                Set.of(people),
                Stream.of(organisations).map(OrganisationId::new).collect(Collectors.toSet()),
                Set.of(stopped));
    }

    public boolean holds(Caller caller) {
        return people.contains(caller.id().value())
                || (caller.isCoordinator()
                        && organisations.contains(caller.organisation())
                        && !stopped.contains(caller.id().value()));
    }
}
