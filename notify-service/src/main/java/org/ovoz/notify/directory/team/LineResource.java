package org.ovoz.notify.directory.team;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Which line this desk is of. A browser that has seen none yet has its person compare it with what they were told. */
@Path("/api/v1/line")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "keys")
public class LineResource {

    private final AdministrationKey administration;

    LineResource(AdministrationKey administration) {
        this.administration = administration;
    }

    @GET
    @Operation(summary = "The public half of the line's administration key that this desk runs with")
    @APIResponse(responseCode = "404", description = "no-line: this desk was given none yet, the line is being set up")
    @APIResponseSchema(Line.class)
    public Line read() {
        return administration
                .line()
                .map(line -> new Line(line.kid(), line.publicJwk()))
                .orElseThrow(() -> Problems.of(404, "no-line", "This desk was given no line's key yet"));
    }

    /**
     * The line.
     *
     * @param kid RFC 7638 thumbprint
     * @param publicKey a JWK
     */
    public record Line(String kid, @JsonRawValue String publicKey) {}
}
