package org.ovoz.notify.directory.organisation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.transport.transaction.Transactions;

/** Organisations, for administrators. */
@Path("/api/v1/directory/organisations")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class OrganisationsResource {

    private static final String SAVE = """
            INSERT INTO organisation (id, label, cover_word) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET label = excluded.label, cover_word = excluded.cover_word""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Callers callers;
    private final Clock clock;

    OrganisationsResource(Transactions transactions, AuditLog audit, Callers callers, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(summary = "All organisations")
    public Uni<Organisations> list() {
        return Organisation.<Organisation>listAll()
                .map(all -> new Organisations(all.stream()
                        .map(one -> new OrganisationLine(one.id, one.label, one.coverWord, one.suspended))
                        .toList()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Makes or changes an organisation")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponseSchema(OrganisationSaved.class)
    public Uni<OrganisationSaved> save(
            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String id, @NotNull @Valid OrganisationForm form) {
        AuditEntry entry = AuditEntry.ofDirectory("organisation-saved", callers.login(), id, clock.instant());
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(SAVE)
                .execute(Tuple.of(id, form.label(), form.coverWord()))
                .chain(() -> audit.append(transaction.connection(), entry))
                .replaceWith(new OrganisationSaved(id, form.label(), form.coverWord())));
    }

    /** What an administrator says of an organisation. */
    public record OrganisationForm(
            @NotBlank @Size(max = 80) String label,
            @Size(max = 40) @Nullable String coverWord) {}

    /** What is kept now. */
    public record OrganisationSaved(
            String id, String label, @Nullable String coverWord) {}

    /** An organisation. */
    public record OrganisationLine(
            String id, String label, @Nullable String coverWord, boolean suspended) {}

    /** All of them. */
    public record Organisations(List<OrganisationLine> organisations) {}
}
