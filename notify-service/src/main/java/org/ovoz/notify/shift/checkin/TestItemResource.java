package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Checking in by showing that one can read. */
@Path("/api/v1/me/duties/{id}/check-in/item")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class TestItemResource {

    private final GiveTestItem giveTestItem;
    private final TakeOpened takeOpened;
    private final Callers callers;

    TestItemResource(GiveTestItem giveTestItem, TakeOpened takeOpened, Callers callers) {
        this.giveTestItem = giveTestItem;
        this.takeOpened = takeOpened;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Something sealed to the team's key of today, to be opened within minutes; once")
    @APIResponse(responseCode = "404", description = "not-found: no such duty of mine, or its team is stopped")
    @APIResponse(responseCode = "409", description = "too-early: more than two hours before it begins")
    @APIResponseSchema(value = Item.class, responseCode = "201")
    public Uni<Response> give(UUID id) {
        return callers.current().chain(caller -> giveTestItem.give(caller, id)).map(outcome -> switch (outcome) {
            case GivenOutcome.Given(TeamId team, TestItem item, Instant until) ->
                Response.status(201)
                        .entity(new Item(item.id(), team, item.kid(), item.jwe(), until))
                        .build();
            case GivenOutcome.TooEarly() -> throw Problems.of(409, "too-early", "The duty begins too much later");
            case GivenOutcome.NotYours() -> throw Problems.notFound();
        });
    }

    @PUT
    @Path("/{item}")
    @Operation(
            summary =
                    "What I read in it: checks in, and shows that I can read; wrong or right, it cannot be answered again")
    @APIResponse(responseCode = "204", description = "checked in, and can read")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form")
    @APIResponse(responseCode = "404", description = "not-found: no such duty of mine")
    @APIResponse(responseCode = "409", description = "wrong-answer: that is not in it; ask for another")
    @APIResponse(responseCode = "410", description = "item-over: used, too old or replaced; ask for another")
    public Uni<Response> opened(UUID id, UUID item, @NotNull @Valid Opened opened) {
        return callers.current()
                .chain(caller -> takeOpened.take(caller, id, item, opened.nonce()))
                .map(outcome -> switch (outcome) {
                    case OPENED -> Response.noContent().build();
                    case WRONG -> throw Problems.of(409, "wrong-answer", "That is not what is in it");
                    case OVER -> throw Problems.of(410, "item-over", "It cannot be answered any more");
                    case NOT_YOURS -> throw Problems.notFound();
                });
    }

    /**
     * A test item.
     *
     * @param kid of the key that opens it
     * @param jwe compact; typ {@code ovoz-check}
     */
    public record Item(UUID id, TeamId team, String kid, String jwe, Instant until) {}

    /** What was in it. */
    public record Opened(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String nonce) {

        @Override
        public String toString() {
            return "Opened[REDACTED]";
        }
    }
}
