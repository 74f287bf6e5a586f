package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** A report goes to another team. */
@Path("/api/v1/cases/{id}/handover")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "handover")
public class HandoverResource {

    private final OfferHandover offerHandover;
    private final AcceptHandover acceptHandover;
    private final EndOffer endOffer;
    private final Handovers handovers;
    private final Callers callers;

    HandoverResource(
            OfferHandover offerHandover,
            AcceptHandover acceptHandover,
            EndOffer endOffer,
            Handovers handovers,
            Callers callers) {
        this.offerHandover = offerHandover;
        this.acceptHandover = acceptHandover;
        this.endOffer = endOffer;
        this.handovers = handovers;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The report's hand-overs, the latest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(All.class)
    public Uni<All> all(ReportId id) {
        return callers.current().chain(caller -> handovers.of(caller, id)).map(All::new);
    }

    @POST
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "Offers the report that I hold to another team, which a grant order has let in")
    @APIResponse(responseCode = "400", description = "bad-request: no such team")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description = "claim-needed: claim it first; not-let-in: the team cannot read it, or intake has not told of"
                    + " it yet; own-team: you are in no other team of it; already-offered; report-closed")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> offer(ReportId id, @NotNull @Valid HandoverForm form) {
        return callers.current()
                .chain(caller -> offerHandover.offer(caller, id, form))
                .map(outcome -> switch (outcome) {
                    case OfferOutcome.Offered(CaseView view) -> view;
                    case OfferOutcome.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
                    case OfferOutcome.NotLetIn() -> throw Problems.of(409, "not-let-in", "The team cannot read it yet");
                    case OfferOutcome.OwnTeam() -> throw Problems.of(409, "own-team", "You are in no other team of it");
                    case OfferOutcome.AlreadyOffered() ->
                        throw Problems.of(409, "already-offered", "It is offered to somebody already");
                    case OfferOutcome.ReportClosed() ->
                        throw Problems.of(409, "report-closed", "This report is closed");
                    case OfferOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @POST
    @Path("/accept")
    @RolesAllowed(Roles.RESPONDER)
    @Operation(summary = "Takes the report that is offered to a team of mine; I hold it from then on")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description = "not-offered: not to your teams, or not any more; already-claimed: somebody else holds it")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> accept(ReportId id) {
        return callers.current()
                .chain(caller -> acceptHandover.accept(caller, id))
                .map(outcome -> switch (outcome) {
                    case AcceptOutcome.Accepted(CaseView view) -> view;
                    case AcceptOutcome.NotOffered() -> throw notOffered();
                    case AcceptOutcome.AlreadyClaimed() ->
                        throw Problems.of(409, "already-claimed", "Somebody else holds this report");
                    case AcceptOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @POST
    @Path("/decline")
    @Operation(summary = "Says why a team of mine does not take the report; whoever offered it is alerted")
    @APIResponse(responseCode = "204", description = "declined")
    @APIResponse(responseCode = "400", description = "bad-request: no reason of the list")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "not-offered: not to your teams, or not any more")
    public Uni<Void> decline(ReportId id, @NotNull @Valid Declined declined) {
        return callers.current()
                .chain(caller -> endOffer.decline(caller, id, declined.reason()))
                .map(HandoverResource::ended);
    }

    @POST
    @Path("/withdraw")
    @Operation(summary = "Takes the offer of my team back")
    @APIResponse(responseCode = "204", description = "withdrawn")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "not-offered: not by your teams, or not any more")
    public Uni<Void> withdraw(ReportId id) {
        return callers.current().chain(caller -> endOffer.withdraw(caller, id)).map(HandoverResource::ended);
    }

    private static Void ended(EndOutcome outcome) {
        return switch (outcome) {
            case EndOutcome.Ended() -> null;
            case EndOutcome.NotOffered() -> throw notOffered();
            case EndOutcome.NotYours() -> throw Problems.unknownReport();
        };
    }

    private static RuntimeException notOffered() {
        return Problems.of(409, "not-offered", "There is no such offer");
    }

    /** The latest first. */
    public record All(List<Handovers.Line> handovers) {}

    /** Why not. */
    public record Declined(@NotNull DeclineReason reason) {}
}
