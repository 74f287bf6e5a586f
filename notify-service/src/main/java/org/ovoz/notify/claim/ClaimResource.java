package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
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

/** Taking a report and giving it back. */
@Path("/api/v1/cases/{id}")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "claims")
public class ClaimResource {

    private final ClaimReport claimReport;
    private final ReleaseClaim releaseClaim;
    private final AgreeOnTime agreeOnTime;
    private final Callers callers;

    ClaimResource(ClaimReport claimReport, ReleaseClaim releaseClaim, AgreeOnTime agreeOnTime, Callers callers) {
        this.claimReport = claimReport;
        this.releaseClaim = releaseClaim;
        this.agreeOnTime = agreeOnTime;
        this.callers = callers;
    }

    @POST
    @Path("/claim")
    @Operation(summary = "Takes the case for me; whoever holds it already gets a new lease")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "already-claimed: somebody else holds it; report-closed")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> claim(ReportId id) {
        return callers.current().chain(caller -> claimReport.claim(caller, id)).map(outcome -> switch (outcome) {
            case ClaimOutcome.Claimed(CaseView view) -> view;
            case ClaimOutcome.AlreadyClaimed() ->
                throw Problems.of(409, "already-claimed", "Somebody else holds this report");
            case ClaimOutcome.ReportClosed() -> throw Problems.of(409, "report-closed", "This report is closed");
            case ClaimOutcome.NotYours() -> throw Problems.unknownReport();
        });
    }

    @POST
    @Path("/release")
    @Operation(summary = "Gives my claim back")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "not-your-claim: you do not hold it")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> release(ReportId id) {
        return callers.current()
                .chain(caller -> releaseClaim.release(caller, id))
                .map(outcome -> switch (outcome) {
                    case ReleaseOutcome.Released(CaseView view) -> view;
                    case ReleaseOutcome.NotYourClaim() ->
                        throw Problems.of(409, "not-your-claim", "You do not hold this report");
                    case ReleaseOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @PUT
    @Path("/claim/agreed-time")
    @Operation(
            summary = "Holds my claim until a time that I agreed on with the reporter; without one, as any claim again")
    @APIResponse(responseCode = "400", description = "bad-request: no time could be read")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "not-your-claim: you do not hold it")
    @APIResponse(responseCode = "422", description = "bad-time: it is over, or more than a day away")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> agree(ReportId id, @NotNull @Valid AgreedTime agreed) {
        return callers.current()
                .chain(caller -> agreeOnTime.agree(caller, id, agreed.until()))
                .map(outcome -> switch (outcome) {
                    case AgreeOutcome.Agreed(CaseView view) -> view;
                    case AgreeOutcome.BadTime() ->
                        throw Problems.of(422, "bad-time", "The time is over, or more than a day away");
                    case AgreeOutcome.NotYourClaim() ->
                        throw Problems.of(409, "not-your-claim", "You do not hold this report");
                    case AgreeOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    /** @param until none takes back what was agreed */
    public record AgreedTime(@Nullable Instant until) {}
}
