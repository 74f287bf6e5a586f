package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** My duties, and giving one away. */
@Path("/api/v1/me/duties")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class MyDutiesResource {

    private final MyDuties myDuties;
    private final OfferDuty offerDuty;
    private final WithdrawOffer withdrawOffer;
    private final Callers callers;

    MyDutiesResource(MyDuties myDuties, OfferDuty offerDuty, WithdrawOffer withdrawOffer, Callers callers) {
        this.myDuties = myDuties;
        this.offerDuty = offerDuty;
        this.withdrawOffer = withdrawOffer;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "My duties that are not over, the next first")
    @APIResponseSchema(Duties.class)
    public Uni<Duties> list() {
        return callers.current().chain(caller -> myDuties.read(caller.id())).map(Duties::new);
    }

    @POST
    @Path("/{id}/offer")
    @Operation(summary = "Offers a whole duty that has not begun to the team; it stays mine until somebody takes it")
    @APIResponse(responseCode = "204", description = "offered")
    @APIResponse(responseCode = "404", description = "not-found: no such duty of mine that has not begun")
    public Uni<Response> offer(UUID id) {
        return callers.current().chain(caller -> offerDuty.offer(caller, id)).map(MyDutiesResource::done);
    }

    @DELETE
    @Path("/{id}/offer")
    @Operation(summary = "Takes an offer back that nobody has taken")
    @APIResponse(responseCode = "204", description = "taken back")
    @APIResponse(responseCode = "404", description = "not-found: no such offer of mine")
    public Uni<Response> withdraw(UUID id) {
        return callers.current()
                .chain(caller -> withdrawOffer.withdraw(caller, id))
                .map(MyDutiesResource::done);
    }

    private static Response done(boolean done) {
        if (!done) {
            throw Problems.notFound();
        }
        return Response.noContent().build();
    }

    /** Mine. */
    public record Duties(List<MyDuties.Duty> duties) {}
}
