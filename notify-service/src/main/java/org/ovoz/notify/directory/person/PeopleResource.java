package org.ovoz.notify.directory.person;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** People, for administrators. Where they are alerted goes in and does not come out again. */
@Path("/api/v1/directory/people")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class PeopleResource {

    private final SavePerson savePerson;
    private final Callers callers;

    PeopleResource(SavePerson savePerson, Callers callers) {
        this.savePerson = savePerson;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(summary = "All people, by handle; of their channels only which there are")
    public Uni<People> list() {
        return Person.<Person>list("state <> 'removed'", Sort.by("handle"))
                .map(all -> new People(all.stream().map(PeopleResource::toLine).toList()));
    }

    @PUT
    @Path("/{subject}")
    @Operation(summary = "Makes or changes the person with this Keycloak subject")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(
            responseCode = "422",
            description =
                    "person-refused: unknown organisation, a team that is not of it, a handle in use, a cover text that names"
                            + " an organisation, or a person who was removed")
    public Uni<Response> save(@Pattern(regexp = "[A-Za-z0-9-]{1,64}") String subject, @NotNull @Valid PersonForm form) {
        return savePerson.save(subject, form, callers.login()).map(saved -> {
            if (!saved) {
                throw Problems.of(
                        422, "person-refused", "Organisation, teams, handle and cover text do not go together");
            }
            return Response.noContent().build();
        });
    }

    private static PersonLine toLine(Person person) {
        return new PersonLine(
                person.id,
                person.subject,
                person.handle,
                person.organisation,
                List.of(person.teams),
                List.of(person.languages),
                channels(person),
                person.onCall,
                quiet(person),
                person.coverText,
                Set.of(person.roles),
                PersonState.of(person.state));
    }

    private static List<String> channels(Person person) {
        return Stream.of(
                        person.sms == null ? "" : "sms",
                        person.email == null ? "" : "email",
                        person.call == null ? "" : "call")
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    private static @Nullable QuietHours quiet(Person person) {
        return person.quietFrom == null || person.quietUntil == null || person.zone == null
                ? null
                : new QuietHours(person.quietFrom, person.quietUntil, person.zone);
    }

    /** All of them. */
    public record People(List<PersonLine> people) {}

    /** A person. */
    public record PersonLine(
            UUID id,
            String subject,
            String handle,
            String organisation,
            List<String> teams,
            List<String> languages,
            List<String> channels,
            boolean onCall,
            @Nullable QuietHours quiet,
            @Nullable String coverText,
            Set<String> roles,
            PersonState state) {}
}
