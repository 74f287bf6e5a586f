package org.ovoz.notify.block;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Blocking a reporter for abuse. It takes two, and it ends. */
@Path("/api/v1/cases/{id}/block")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "blocks")
public class BlockResource {

    private final ProposeBlock proposeBlock;
    private final ConfirmBlock confirmBlock;
    private final EndBlock endBlock;
    private final Callers callers;

    BlockResource(ProposeBlock proposeBlock, ConfirmBlock confirmBlock, EndBlock endBlock, Callers callers) {
        this.proposeBlock = proposeBlock;
        this.confirmBlock = confirmBlock;
        this.endBlock = endBlock;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary =
                    "Proposes to mute the alerts of this reporter, for abuse; another of my organisation has to agree")
    @APIResponse(responseCode = "400", description = "bad-request: not between 1 and 30 days")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description = "protected-reporter: danger or a child; unread: read it first; already-proposed: or it holds")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> propose(ReportId id, @NotNull @Valid Proposal proposal) {
        return callers.current()
                .chain(caller -> proposeBlock.propose(caller, id, proposal.days()))
                .map(BlockResource::view);
    }

    @POST
    @Path("/confirm")
    @Operation(summary = "Agrees: alerts rest until the time is over. What the reporter writes is taken all the same")
    @APIResponse(responseCode = "403", description = "your-own: it takes two people")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description = "protected-reporter; unread; nothing-proposed: by another of my organisation, or no more")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> confirm(ReportId id) {
        return callers.current()
                .chain(caller -> confirmBlock.confirm(caller, id))
                .map(BlockResource::view);
    }

    @DELETE
    @Operation(summary = "Takes a proposal back, or ends a block; one person of its organisation is enough")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "nothing-proposed: by my organisation, or no more")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> end(ReportId id) {
        return callers.current().chain(caller -> endBlock.end(caller, id)).map(BlockResource::view);
    }

    private static CaseView view(BlockOutcome outcome) {
        return switch (outcome) {
            case BlockOutcome.Done(CaseView view) -> view;
            case BlockOutcome.Protected() ->
                throw Problems.of(409, "protected-reporter", "Somebody in danger, or a child, is not blocked");
            case BlockOutcome.Unread() -> throw Problems.of(409, "unread", "Read what came last first");
            case BlockOutcome.AlreadyThere() -> throw Problems.of(409, "already-proposed", "It is proposed, or holds");
            case BlockOutcome.NothingThere() ->
                throw Problems.of(409, "nothing-proposed", "Nothing by your organisation is there to be decided on");
            case BlockOutcome.YourOwn() -> throw Problems.of(403, "your-own", "It takes another person");
            case BlockOutcome.NotYours() -> throw Problems.unknownReport();
        };
    }

    /** @param days for how long; 14 where none is named */
    public record Proposal(@Min(1) @Max(30) @Nullable Integer days) {}
}
