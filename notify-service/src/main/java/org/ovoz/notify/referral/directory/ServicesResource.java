package org.ovoz.notify.referral.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.problem.Problems;

/** The referral directory: responders look in it, coordinators and administrators keep it. */
@Path("/api/v1/services")
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "referrals")
public class ServicesResource {

    private static final String REGION = "[A-Z]{2}(-[A-Z0-9]{1,3})?";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?";

    private final Services services;
    private final SaveService saveService;
    private final VetService vetService;
    private final Callers callers;
    private final SecurityIdentity identity;

    ServicesResource(
            Services services,
            SaveService saveService,
            VetService vetService,
            Callers callers,
            SecurityIdentity identity) {
        this.services = services;
        this.saveService = saveService;
        this.vetService = vetService;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN})
    @Operation(
            summary =
                    "Services for a region (what helps in all of its country, too), need and language; never-refer last")
    @APIResponse(responseCode = "400", description = "bad-request: no such code")
    @APIResponseSchema(Listed.class)
    public Uni<Listed> find(
            @QueryParam("region") @Pattern(regexp = REGION) @Nullable String region,
            @QueryParam("need") @Nullable String need,
            @QueryParam("language") @Pattern(regexp = LANGUAGE) @Nullable String language,
            @QueryParam("open") @Pattern(regexp = "now") @Nullable String open,
            @QueryParam("undocumented") @Pattern(regexp = "true|false") @Nullable String undocumented,
            @QueryParam("child") @Pattern(regexp = "true|false") @Nullable String child) {
        ServiceQuestion asked = new ServiceQuestion(
                region == null ? null : new RegionCode(region),
                need == null ? null : Need.of(need).orElseThrow(Problems::badRequest),
                language == null ? null : new LanguageTag(language),
                open != null,
                Boolean.parseBoolean(undocumented),
                Boolean.parseBoolean(child));
        return known().chain(() -> services.find(asked)).map(Listed::new);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Makes or changes a service; the id is the caller's. A new one counts as checked")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one, or the zone is none")
    @APIResponse(responseCode = "422", description = "hours-clash: two of the week's hours overlap")
    public Uni<Response> save(UUID id, @NotNull @Valid ServiceForm service) {
        if (WeeklyHours.clash(service.weekly())) {
            throw Problems.of(422, "hours-clash", "Two of the week's hours overlap");
        }
        return callers.coordinator()
                .chain(() -> saveService.save(id, service, callers.login()))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/check")
    @Operation(summary = "I have checked it today: it is there, and takes whom it says it takes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-service: there is none of that id")
    public Uni<Response> check(UUID id) {
        return callers.coordinator()
                .chain(() -> vetService.check(id, callers.login()))
                .map(ServicesResource::done);
    }

    @POST
    @Path("/{id}/never-refer")
    @Operation(summary = "Nobody is to be sent there any more, for this reason")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-service: there is none of that id")
    public Uni<Response> bar(UUID id, @NotNull @Valid NeverReferForm form) {
        return callers.coordinator()
                .chain(() -> vetService.bar(id, form.reason(), callers.login()))
                .map(ServicesResource::done);
    }

    @DELETE
    @Path("/{id}/never-refer")
    @Operation(summary = "People may be sent there again")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "unknown-service: there is none of that id")
    public Uni<Response> lift(UUID id) {
        return callers.coordinator()
                .chain(() -> vetService.lift(id, callers.login()))
                .map(ServicesResource::done);
    }

    /** An administrator need not be in the directory; everybody else must. */
    private Uni<Void> known() {
        return identity.hasRole(Roles.ADMIN)
                ? Uni.createFrom().voidItem()
                : callers.current().replaceWithVoid();
    }

    private static Response done(boolean known) {
        if (!known) {
            throw Problems.of(404, "unknown-service", "No such service");
        }
        return Response.noContent().build();
    }

    /** Why not. */
    public record NeverReferForm(@NotNull NeverReferReason reason) {}

    /** What was found. */
    public record Listed(List<ServiceView> services) {}
}
