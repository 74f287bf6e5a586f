package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.problem.Problems;

/** People and their logins, for administrators. */
@Path("/api/v1/directory/people")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class LoginsResource {

    private static final String SUBJECT = "[A-Za-z0-9-]{1,64}";
    private static final String LAST_HOLDER =
            "last-holder: with teams, whose keys nobody else holds; despite=last-holder does it all the same";

    private final SuspendPerson suspendPerson;
    private final RemovePerson removePerson;
    private final LiftPerson liftPerson;
    private final MovePerson movePerson;
    private final ResetSecondFactor resetSecondFactor;
    private final LastHolder lastHolder;
    private final Callers callers;

    LoginsResource(
            SuspendPerson suspendPerson,
            RemovePerson removePerson,
            LiftPerson liftPerson,
            MovePerson movePerson,
            ResetSecondFactor resetSecondFactor,
            LastHolder lastHolder,
            Callers callers) {
        this.suspendPerson = suspendPerson;
        this.removePerson = removePerson;
        this.liftPerson = liftPerson;
        this.movePerson = movePerson;
        this.resetSecondFactor = resetSecondFactor;
        this.lastHolder = lastHolder;
        this.callers = callers;
    }

    @POST
    @Path("/{subject}/suspend")
    @Operation(
            summary =
                    "Stops a person at once: out at the next call, sessions ended, what they hold is in the queue again")
    @APIResponse(responseCode = "400", description = "bad-request: despite is none of what can be")
    @APIResponse(responseCode = "404", description = "unknown-person: nobody of this subject")
    @APIResponse(responseCode = "409", description = LAST_HOLDER)
    @APIResponseSchema(Changed.class)
    public Uni<Changed> suspend(
            @Pattern(regexp = SUBJECT) String subject,
            @QueryParam("despite") @Nullable @Pattern(regexp = LastHolder.DESPITE) String despite) {
        return lastHolder
                .unless(despite, subject, Set.of(), () -> suspendPerson.suspend(subject, callers.login()))
                .map(LoginsResource::toAnswer);
    }

    @POST
    @Path("/{subject}/lift")
    @Operation(summary = "Lets a suspended person in again")
    @APIResponse(responseCode = "404", description = "unknown-person: nobody of this subject is suspended")
    @APIResponse(responseCode = "409", description = "no-login: the login is gone; invite anew")
    @APIResponse(responseCode = "503", description = "logins-away: nothing was changed")
    @APIResponseSchema(Changed.class)
    public Uni<Changed> lift(@Pattern(regexp = SUBJECT) String subject) {
        return liftPerson.lift(subject, callers.login()).map(LoginsResource::toAnswer);
    }

    @POST
    @Path("/{subject}/move")
    @Operation(
            summary =
                    "Puts a person into other teams or another organisation; claims that they do not see there are given back")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(responseCode = "404", description = "unknown-person: nobody of this subject")
    @APIResponse(responseCode = "409", description = "no-login: the login is gone; " + LAST_HOLDER)
    @APIResponse(
            responseCode = "422",
            description = "person-refused: unknown organisation, or a team that is not of it")
    @APIResponse(responseCode = "503", description = "logins-away: nothing was changed")
    @APIResponseSchema(Changed.class)
    public Uni<Changed> move(
            @Pattern(regexp = SUBJECT) String subject,
            @NotNull @Valid MoveForm form,
            @QueryParam("despite") @Nullable @Pattern(regexp = LastHolder.DESPITE) String despite) {
        Login.Place place = form.place();
        return lastHolder
                .unless(despite, subject, place.teams(), () -> movePerson.move(subject, place, callers.login()))
                .map(LoginsResource::toAnswer);
    }

    @POST
    @Path("/{subject}/second-factor/reset")
    @Operation(summary = "Forgets the second factor; the next login has one set up anew")
    @APIResponse(responseCode = "404", description = "unknown-person: nobody of this subject")
    @APIResponse(responseCode = "409", description = "no-login: the login is gone")
    @APIResponse(responseCode = "503", description = "logins-away: please try again")
    @APIResponseSchema(Changed.class)
    public Uni<Changed> resetSecondFactor(@Pattern(regexp = SUBJECT) String subject) {
        return resetSecondFactor.reset(subject, callers.login()).map(LoginsResource::toAnswer);
    }

    @DELETE
    @Path("/{subject}")
    @Operation(summary = "Takes a person out for ever: login, handle, channels; an anonymous row stays for the audit")
    @APIResponse(responseCode = "204", description = "gone here and there")
    @APIResponse(responseCode = "202", description = "gone here; the login server will be told when it answers")
    @APIResponse(responseCode = "400", description = "bad-request: despite is none of what can be")
    @APIResponse(responseCode = "404", description = "unknown-person: nobody of this subject")
    @APIResponse(responseCode = "409", description = LAST_HOLDER)
    public Uni<Response> remove(
            @Pattern(regexp = SUBJECT) String subject,
            @QueryParam("despite") @Nullable @Pattern(regexp = LastHolder.DESPITE) String despite) {
        return lastHolder
                .unless(despite, subject, Set.of(), () -> removePerson.remove(subject, callers.login()))
                .map(LoginsResource::toAnswer)
                .map(changed ->
                        Response.status(changed.atLoginServer() ? 204 : 202).build());
    }

    private static Changed toAnswer(LoginOutcome outcome) {
        return switch (outcome) {
            case LoginOutcome.Done(boolean there) -> new Changed(there);
            case LoginOutcome.UnknownPerson() -> throw Problems.of(404, "unknown-person", "Nobody like that");
            case LoginOutcome.NoLogin() -> throw Problems.of(409, "no-login", "The login is gone");
            case LoginOutcome.LastHolder(var teams) ->
                throw Problems.with(409, "last-holder", "Nobody else holds the keys of these teams", "teams", teams);
            case LoginOutcome.Refused() ->
                throw Problems.of(422, "person-refused", "Unknown organisation, or a team that is not of it");
        };
    }

    /**
     * It is done, and counts.
     *
     * @param atLoginServer false: the login server did not answer and is told later
     */
    public record Changed(boolean atLoginServer) {}

    /** Where somebody belongs from now on. */
    public record MoveForm(
            @NotNull OrganisationId organisation,
            @NotNull @Size(max = 40) List<@NotNull TeamId> teams) {

        Login.Place place() {
            return new Login.Place(
                    organisation.value(), teams.stream().map(TeamId::value).collect(Collectors.toSet()));
        }
    }
}
