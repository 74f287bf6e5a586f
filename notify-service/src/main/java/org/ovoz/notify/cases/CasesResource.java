package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(summary = "The open cases, those I hold, or the closed ones")
    @APIResponse(responseCode = "400", description = "bad-request: no such list")
    @APIResponseSchema(CaseList.class)
    public Uni<CaseList> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|mine|closed") String state) {
        return callers.current()
                .call(viewCase::queueViewed)
                .chain(caller -> read(caller, state))
                .map(CaseList::new);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One case with what happened in it")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(CaseDetail.class)
    public Uni<CaseDetail> one(ReportId id) {
        return callers.current().chain(caller -> viewCase.view(caller, id));
    }

    private Uni<List<CaseView>> read(Caller caller, String state) {
        return switch (state) {
            case "mine" -> cases.mine(caller);
            case "closed" -> cases.closed(caller);
            default -> cases.open(caller);
        };
    }

    /** Cases, the oldest first; closed ones the last closed first. */
    public record CaseList(List<CaseView> cases) {}

    /** A case and its timeline. */
    public record CaseDetail(@JsonUnwrapped CaseView view, List<Timeline.Happening> timeline) {}
}
