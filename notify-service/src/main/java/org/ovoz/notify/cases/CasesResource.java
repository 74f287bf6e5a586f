package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;

/** The queue: what the caller's teams were addressed for. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "cases")
public class CasesResource {

    private final Cases cases;
    private final ViewCase viewCase;
    private final Callers callers;

    CasesResource(Cases cases, ViewCase viewCase, Callers callers) {
        this.cases = cases;
        this.viewCase = viewCase;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The open cases, those I hold, or the closed ones, page by page")
    @APIResponse(responseCode = "400", description = "bad-request: no such list, or no page begins there")
    @APIResponseSchema(CasePage.class)
    public Uni<CasePage> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|mine|closed") String state,
            @Parameter(description = "next of the page before") @QueryParam("after") Optional<String> after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
        Optional<PageMark> mark = after.map(PageMark::parse);
        return callers.current().call(viewCase::queueViewed).chain(caller -> read(caller, state, mark, limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One case with what happened in it")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(CaseDetail.class)
    public Uni<CaseDetail> one(ReportId id) {
        return callers.current().chain(caller -> viewCase.view(caller, id));
    }

    private Uni<CasePage> read(Caller caller, String state, Optional<PageMark> after, int limit) {
        return switch (state) {
            case "mine" -> cases.mine(caller, after, limit);
            case "closed" -> cases.closed(caller, after, limit);
            default -> cases.open(caller, after, limit);
        };
    }

    /** A case and its timeline. */
    public record CaseDetail(@JsonUnwrapped CaseView view, List<Timeline.Happening> timeline) {}
}
