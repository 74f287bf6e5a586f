package org.ovoz.notify.canary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.time.SqlTime;

/** Whether the lines are alive. */
@Path("/api/v1/canaries")
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "dispatch")
public class CanariesResource {

    private static final String LATEST = """
            SELECT DISTINCT ON (line, language) line, language, state, reason, planned_at, sent_at, arrived_at, understood, rule, removed_at
            FROM canary ORDER BY line, language, planned_at DESC""";

    private final Pool pool;
    private final PlanCanaries planCanaries;
    private final Callers callers;

    CanariesResource(Pool pool, PlanCanaries planCanaries, Callers callers) {
        this.pool = pool;
        this.planCanaries = planCanaries;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Tries every line in every language now")
    @APIResponseSchema(value = Planned.class, responseCode = "202")
    public Uni<Response> tryNow() {
        return callers.coordinator()
                .chain(planCanaries::now)
                .map(planned -> Response.accepted(new Planned(planned)).build());
    }

    @GET
    @Operation(summary = "The latest test report of each line and language, and what became of it")
    public Uni<CanaryList> latest() {
        return callers.coordinator().chain(() -> pool.query(LATEST).execute()).map(rows -> {
            List<CanaryLine> canaries = new ArrayList<>(rows.size());
            rows.forEach(row -> {
                Instant sent = SqlTime.instantOrNull(row, "sent_at");
                Instant arrived = SqlTime.instantOrNull(row, "arrived_at");
                canaries.add(new CanaryLine(
                        row.getString("line"),
                        row.getString("language"),
                        row.getString("state"),
                        row.getString("reason"),
                        SqlTime.instant(row, "planned_at"),
                        arrived == null || sent == null
                                ? null
                                : Duration.between(sent, arrived).toMillis(),
                        row.getString("understood"),
                        row.getString("rule"),
                        row.getValue("removed_at") != null));
            });
            return new CanaryList(canaries);
        });
    }

    /**
     * A canary.
     *
     * @param millis from its sending until the desk had it
     * @param understood the language that intake took it for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CanaryLine(
            String line,
            String language,
            String state,
            @Nullable String reason,
            Instant plannedAt,
            @Nullable Long millis,
            @Nullable String understood,
            @Nullable String rule,
            boolean removed) {}

    /** How many will be sent; none for what is planned already. */
    public record Planned(int canaries) {}

    /** The latest of each. */
    public record CanaryList(List<CanaryLine> canaries) {}
}
