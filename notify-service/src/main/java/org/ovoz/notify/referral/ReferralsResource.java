package org.ovoz.notify.referral;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Referrals of a case: its holder makes them, the team sees them. */
@Path("/api/v1/cases/{id}/referrals")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "referrals")
public class ReferralsResource {

    private final Cases cases;
    private final Referrals referrals;
    private final ReferCase referCase;
    private final SettleReferral settleReferral;
    private final Callers callers;

    ReferralsResource(
            Cases cases, Referrals referrals, ReferCase referCase, SettleReferral settleReferral, Callers callers) {
        this.cases = cases;
        this.referrals = referrals;
        this.referCase = referCase;
        this.settleReferral = settleReferral;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
    @Operation(summary = "The referrals of a case, the latest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(Made.class)
    public Uni<Made> list(ReportId id) {
        return callers.current()
                .chain(caller -> cases.one(caller, id))
                .map(view -> view.orElseThrow(Problems::unknownReport))
                .chain(() -> referrals.of(id))
                .map(Made::new);
    }

    @PUT
    @Path("/{referral}")
    @Operation(summary = "Refers the person to a service, or keeps that they were told of it; the id is the caller's")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-service")
    @APIResponse(
            responseCode = "409",
            description =
                    "claim-needed: you do not hold the case; never-refer: nobody is sent there; id-taken: another one has this id")
    @APIResponse(responseCode = "422", description = "consent-needed: without a yes only information may be given")
    public Uni<Response> refer(ReportId id, UUID referral, @NotNull @Valid ReferralForm form) {
        return callers.current()
                .chain(caller -> referCase.refer(caller, id, referral, form))
                .map(outcome -> switch (outcome) {
                    case ReferOutcome.Referred() -> Response.noContent().build();
                    case ReferOutcome.ConsentNeeded() ->
                        throw Problems.of(422, "consent-needed", "Nobody is passed on without having said yes");
                    case ReferOutcome.UnknownService() -> throw Problems.of(404, "unknown-service", "No such service");
                    case ReferOutcome.NeverRefer() ->
                        throw Problems.of(409, "never-refer", "Nobody is to be sent to this service");
                    case ReferOutcome.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
                    case ReferOutcome.IdTaken() -> throw Problems.of(409, "id-taken", "The id is another referral's");
                    case ReferOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @POST
    @Path("/{referral}/outcome")
    @Operation(summary = "What became of a referral")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours; unknown-referral")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first")
    public Uni<Response> settle(ReportId id, UUID referral, @NotNull @Valid SettleForm form) {
        return callers.current()
                .chain(caller -> settleReferral.settle(caller, id, referral, form))
                .map(outcome -> switch (outcome) {
                    case SettleOutcome.Settled() -> Response.noContent().build();
                    case SettleOutcome.ClaimNeeded() ->
                        throw Problems.of(409, "claim-needed", "Claim the report first");
                    case SettleOutcome.NotConfirmed() -> throw unknown();
                    case SettleOutcome.Unknown() -> throw unknown();
                    case SettleOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    private static RuntimeException unknown() {
        return Problems.of(404, "unknown-referral", "No such referral");
    }

    /** Those that were made. */
    public record Made(List<ReferralView> referrals) {}
}
