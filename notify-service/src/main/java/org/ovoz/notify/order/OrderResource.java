package org.ovoz.notify.order;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.Orders;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Passes orders to intake and its answers back, unread; ciphertext is not kept. */
@Path("/api/v1/cases/{id}/orders")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "orders")
public class OrderResource {

    private static final String REASON = "Ovoz-Closing-Reason";
    private static final String REASONS =
            "helped, referred, duplicate, prank, abuse, no-answer, not-for-us, other-line or withdrawn";

    private final CheckOrder checkOrder;
    private final IntakeClient intake;
    private final RecordOrder recordOrder;
    private final Callers callers;
    private final Clock clock;

    OrderResource(CheckOrder checkOrder, IntakeClient intake, RecordOrder recordOrder, Callers callers, Clock clock) {
        this.checkOrder = checkOrder;
        this.intake = intake;
        this.recordOrder = recordOrder;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "An order signed in the browser with the team's order key; intake answers")
    @APIResponse(responseCode = "200", description = "done, with what intake answered")
    @APIResponse(
            responseCode = "403",
            description = "not-your-team: signed for a team that is not yours or not addressed")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description =
                    "claim-needed: claim the report first; unread-is-no-prank, silence-is-no-prank: another reason")
    @APIResponse(
            responseCode = "422",
            description =
                    "bad-order: not readable; other-report: for another one than the path; reason-needed: to close")
    @APIResponse(
            responseCode = "429",
            description = "opening-cap: too many reports opened within the hour; `again` says when there is room")
    @APIResponse(
            responseCode = "503",
            description = "intake-unreachable: nothing is lost, the same order may be sent again")
    public Uni<Response> pass(
            ReportId id,
            @HeaderParam(Orders.HEADER) @Nullable String order,
            @Parameter(description = "Why it is closed, with a closing order: " + REASONS)
                    @HeaderParam(REASON)
                    @Nullable
                    String reason,
            byte[] body) {
        return callers.current()
                .chain(caller -> checkOrder.check(caller, id, order, reason).chain(check -> switch (check) {
                    case OrderCheck.Passes passes -> send(caller, passes, order == null ? "" : order, body);
                    case OrderCheck.Unreadable() -> throw Problems.of(422, "bad-order", "The order could not be read");
                    case OrderCheck.OtherReport() ->
                        throw Problems.of(422, "other-report", "The order is for another report");
                    case OrderCheck.NotYourTeam() ->
                        throw Problems.of(
                                403, "not-your-team", "The order is of a team that is not yours or not addressed");
                    case OrderCheck.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
                    case OrderCheck.CapReached(Instant again) -> throw OrderProblems.capReached(again, clock.instant());
                    case OrderCheck.ReasonNeeded() ->
                        throw Problems.of(422, "reason-needed", "Closing needs one of the reasons");
                    case OrderCheck.UnreadIsNoPrank() ->
                        throw Problems.of(409, "unread-is-no-prank", "Read what came last before you call it that");
                    case OrderCheck.SilenceIsNoPrank() ->
                        throw Problems.of(
                                409,
                                "silence-is-no-prank",
                                "The reporter has said nothing since the answer; silence is never a prank");
                    case OrderCheck.NotYours() -> throw Problems.unknownReport();
                }));
    }

    private Uni<Response> send(Caller caller, OrderCheck.Passes passes, String order, byte[] body) {
        Instant asked = clock.instant();
        return intake.send(order, body).chain(answer -> switch (answer) {
            case IntakeAnswer.Answered answered
            when answered.succeeded() ->
                recordOrder.record(caller, passes, asked).replaceWith(() -> toResponse(answered));
            case IntakeAnswer.Answered answered -> Uni.createFrom().item(toResponse(answered));
            case IntakeAnswer.Unreachable() ->
                throw Problems.of(503, "intake-unreachable", "Nothing is lost; the same order may be sent again");
        });
    }

    private static Response toResponse(IntakeAnswer.Answered answer) {
        return Response.status(answer.status())
                .header("Content-Type", answer.contentType())
                .header(Orders.DATE_HEADER, answer.date())
                .entity(answer.body())
                .build();
    }
}
