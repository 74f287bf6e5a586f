package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.directory.keycloak.TemporaryPassword;
import org.ovoz.notify.directory.person.PersonForm;
import org.ovoz.notify.problem.Problems;

/** Invitations, for administrators. */
@Path("/api/v1/directory/people")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class InvitationsResource {

    private final InvitePerson invitePerson;
    private final Callers callers;

    InvitationsResource(InvitePerson invitePerson, Callers callers) {
        this.invitePerson = invitePerson;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary =
                    "Invites a person: a login with a first password, shown here and never again; the same again gives another password")
    @APIResponseSchema(value = Invitation.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one, or says no role")
    @APIResponse(responseCode = "409", description = "handle-taken: a login of this name is somebody's already")
    @APIResponse(
            responseCode = "422",
            description =
                    "person-refused: unknown organisation, a team that is not of it, a handle in use, or a cover text"
                            + " that names an organisation")
    @APIResponse(responseCode = "503", description = "logins-away: nobody was let in; the same invitation goes on")
    public Uni<Response> invite(@NotNull @Valid PersonForm form) {
        Set<String> roles = form.roles();
        if (roles == null || roles.isEmpty()) {
            throw Problems.badRequest();
        }
        return invitePerson.invite(form, roles, callers.login()).map(outcome -> switch (outcome) {
            case InviteOutcome.Invited(String subject, TemporaryPassword password) ->
                Response.status(201)
                        .entity(new Invitation(subject, form.handle(), password.value()))
                        .build();
            case InviteOutcome.HandleTaken() -> throw Problems.of(409, "handle-taken", "This login is somebody's");
            case InviteOutcome.Refused() ->
                throw Problems.of(
                        422, "person-refused", "Organisation, teams, handle and cover text do not go together");
        });
    }

    /** What the administrator tells the person, by a way that does not betray them. */
    public record Invitation(String subject, String handle, String password) {

        @Override
        public String toString() {
            return "Invitation[REDACTED]";
        }
    }
}
