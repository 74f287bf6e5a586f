package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;

/** What waits for the line's administration key. */
@Path("/api/v1/directory/proposals")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "keys")
public class ProposalsResource {

    private final Proposals proposals;

    ProposalsResource(Proposals proposals) {
        this.proposals = proposals;
    }

    @GET
    @Operation(summary = "Team records with new keys that wait to be signed, the oldest first")
    @APIResponseSchema(OpenProposals.class)
    public Uni<OpenProposals> list() {
        return proposals.open().map(OpenProposals::new);
    }

    /** All that wait. */
    public record OpenProposals(List<Proposals.Proposal> proposals) {}
}
