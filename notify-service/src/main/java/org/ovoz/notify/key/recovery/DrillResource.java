package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.key.proof.Challenge;
import org.ovoz.notify.key.proof.KeyProof;
import org.ovoz.notify.problem.Problems;

/** Trying recovery papers. They are typed into a browser, which shows that they brought the key back. */
@Path("/api/v1/recovery/{kid}")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class DrillResource {

    private final DrillRecovery drillRecovery;
    private final Callers callers;

    DrillResource(DrillRecovery drillRecovery, Callers callers) {
        this.drillRecovery = drillRecovery;
        this.callers = callers;
    }

    @POST
    @Path("/challenge")
    @Operation(summary = "A word that is sealed to the recovery key, to be answered as Key-Proof: id.word")
    @APIResponse(responseCode = "404", description = "not-found: no such recovery key")
    @APIResponseSchema(Challenge.class)
    public Uni<Challenge> challenge(String kid) {
        return callers.current()
                .chain(caller -> drillRecovery.challenge(caller, kid))
                .map(challenge -> challenge.orElseThrow(Problems::notFound));
    }

    @POST
    @Path("/drill")
    @Operation(summary = "Says that the papers brought the key back")
    @APIResponse(responseCode = "204", description = "noted")
    @APIResponse(responseCode = "400", description = "bad-request: the proof is none")
    @APIResponse(
            responseCode = "403",
            description = "proof-refused: the request does not show that the papers brought the key back")
    @APIResponse(responseCode = "404", description = "not-found: no such recovery key")
    public Uni<Response> drilled(
            String kid, @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> drillRecovery.drilled(caller, kid, proof))
                .map(outcome -> switch (outcome) {
                    case DrillOutcome.Noted() -> Response.noContent().build();
                    case DrillOutcome.NotYours() -> throw Problems.notFound();
                    case DrillOutcome.Unproven() ->
                        throw Problems.of(403, "proof-refused", "The papers were not shown to bring the key back");
                });
    }
}
