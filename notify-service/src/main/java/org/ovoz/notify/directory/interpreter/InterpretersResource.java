package org.ovoz.notify.directory.interpreter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.problem.Problems;

/** Interpreters: responders find one for a language, administrators keep the list. */
@Path("/api/v1/interpreters")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class InterpretersResource {

    private static final String HANDLE = "[a-z][a-z0-9._-]{1,39}";

    private final Interpreters interpreters;
    private final SaveInterpreter saveInterpreter;
    private final Callers callers;

    InterpretersResource(Interpreters interpreters, SaveInterpreter saveInterpreter, Callers callers) {
        this.interpreters = interpreters;
        this.saveInterpreter = saveInterpreter;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
    @Operation(summary = "Who interprets, for a language or for all")
    @APIResponse(responseCode = "400", description = "bad-request: no language tag")
    @APIResponseSchema(Interpreters.Listed.class)
    public Uni<Interpreters.Listed> find(
            @QueryParam("language") @Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?") @Nullable String language) {
        return callers.current()
                .chain(() -> interpreters.speaking(language == null ? null : new LanguageTag(language)));
    }

    @GET
    @Path("/all")
    @Operation(summary = "All of them, for who keeps the list")
    @APIResponseSchema(Interpreters.Listed.class)
    public Uni<Interpreters.Listed> all() {
        return interpreters.speaking(null);
    }

    @PUT
    @Path("/{handle}")
    @Operation(summary = "Makes or changes the interpreter of this handle")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one, or the zone is none")
    @APIResponse(responseCode = "422", description = "hours-clash: two of the week's hours overlap")
    public Uni<Response> save(@Pattern(regexp = HANDLE) String handle, @NotNull @Valid Interpreter interpreter) {
        if (WeeklyHours.clash(interpreter.weekly())) {
            throw Problems.of(422, "hours-clash", "Two of the week's hours overlap");
        }
        return saveInterpreter
                .save(handle, interpreter, callers.login())
                .replaceWith(() -> Response.noContent().build());
    }

    @DELETE
    @Path("/{handle}")
    @Operation(summary = "Takes an interpreter out")
    @APIResponse(responseCode = "204", description = "not there any more")
    @APIResponse(responseCode = "404", description = "unknown-interpreter: nobody of this handle")
    public Uni<Response> remove(@Pattern(regexp = HANDLE) String handle) {
        return saveInterpreter.remove(handle, callers.login()).map(known -> {
            if (!known) {
                throw Problems.of(404, "unknown-interpreter", "Nobody of this handle");
            }
            return Response.noContent().build();
        });
    }
}
