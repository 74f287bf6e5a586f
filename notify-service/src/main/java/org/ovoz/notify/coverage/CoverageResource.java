package org.ovoz.notify.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.notify.coverage.map.Cell;
import org.ovoz.notify.coverage.map.CoverageMap;
import org.ovoz.notify.coverage.map.Level;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Which language is read where and when; no people in it. */
@Path("/api/v1/coverage")
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
@Tag(name = "coverage")
public class CoverageResource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DrawMap drawMap;
    private final Callers callers;
    private final Pool pool;

    CoverageResource(DrawMap drawMap, Callers callers, Pool pool) {
        this.drawMap = drawMap;
        this.callers = callers;
        this.pool = pool;
    }

    @GET
    @Operation(
            summary = "Language by region by hour, for the coming fortnight",
            description = "A level is what every moment of the hour reaches at least; hours alike are one span")
    @APIResponse(responseCode = "400", description = "bad-request: no such time or language")
    @APIResponseSchema(Coverage.class)
    public Uni<Coverage> map(
            @QueryParam("from") @Nullable String from,
            @QueryParam("language") @Nullable @Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?") String language) {
        Instant begin = from == null ? Instant.MIN : instant(from);
        return callers.coordinator()
                .chain(() -> drawMap.draw(pool))
                .map(drawn -> toCoverage(drawn.map(), begin, language));
    }

    private static Coverage toCoverage(CoverageMap map, Instant begin, @Nullable String language) {
        return new Coverage(map.cells().stream()
                .filter(cell ->
                        language == null || language.equals(cell.language().value()))
                .map(cell -> new Line(cell.language(), cell.region(), cell.readers(), spans(map, cell, begin)))
                .toList());
    }

    private static List<Span> spans(CoverageMap map, Cell cell, Instant begin) {
        List<Span> spans = new ArrayList<>();
        for (int hour = 0; hour < cell.hours().size(); hour++) {
            Instant from = map.from().plus(HOUR.multipliedBy(hour));
            Level level = cell.hours().get(hour);
            if (from.plus(HOUR).isAfter(begin)) {
                boolean goesOn = !spans.isEmpty() && spans.getLast().level() == level;
                Instant since = goesOn ? spans.removeLast().from() : from;
                spans.add(new Span(since, from.plus(HOUR), level));
            }
        }
        return spans;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Problems.badRequest();
        }
    }

    /** The map. */
    public record Coverage(List<Line> cells) {}

    /** A language in a region that some team says it reads, and how many are there now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(LanguageTag language, RegionCode region, long readersNow, List<Span> hours) {}

    /** Hours in a row of the same level. */
    public record Span(Instant from, Instant until, Level level) {}
}
