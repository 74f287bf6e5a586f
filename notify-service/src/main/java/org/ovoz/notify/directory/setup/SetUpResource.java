package org.ovoz.notify.directory.setup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;

/** How far this line is set up, for administrators. */
@Path("/api/v1/directory/setup")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class SetUpResource {

    private final ReadSetUp readSetUp;

    SetUpResource(ReadSetUp readSetUp) {
        this.readSetUp = readSetUp;
    }

    @GET
    @Operation(
            summary = "Organisations with how many people have arrived, teams with their holders and recovery papers")
    @APIResponseSchema(ReadSetUp.SetUp.class)
    public Uni<ReadSetUp.SetUp> read() {
        return readSetUp.read();
    }
}
