package org.ovoz.notify.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.time.SqlTime;

/** The audit, for auditors. */
@Path("/api/v1/audit")
@RolesAllowed("auditor")
@Tag(name = "audit")
public class AuditResource {

    private static final String READ = """
            SELECT chain, sequence, what, who, subject, at, hash FROM audit
            WHERE ($1::text IS NULL OR chain = $1) ORDER BY at DESC, chain, sequence DESC LIMIT $2""";

    private final Pool pool;

    AuditResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Operation(summary = "What was done and seen, the latest first; with a chain, that chain only")
    @APIResponse(responseCode = "400", description = "bad-request: no such limit")
    @APIResponseSchema(Page.class)
    public Uni<Page> read(
            @QueryParam("chain") @Nullable String chain,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(1000) int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addString(chain).addInteger(limit))
                .map(AuditResource::toPage);
    }

    private static Page toPage(RowSet<Row> rows) {
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            lines.add(new Line(
                    row.getString("chain"),
                    row.getLong("sequence"),
                    row.getString("what"),
                    row.getUUID("who"),
                    row.getString("subject"),
                    SqlTime.instant(row, "at"),
                    HexFormat.of().formatHex(row.getBuffer("hash").getBytes())));
        }
        return new Page(lines);
    }

    /** The latest rows. */
    public record Page(List<Line> entries) {}

    /** One row; the hash is SHA-256 over the hash before it in the chain and this row's own text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String chain,
            long sequence,
            String what,
            @Nullable UUID who,
            @Nullable String subject,
            Instant at,
            String hash) {}
}
