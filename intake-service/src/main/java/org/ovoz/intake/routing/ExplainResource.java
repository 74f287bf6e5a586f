package org.ovoz.intake.routing;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.intake.edge.Problems;
import org.ovoz.intake.teams.Teams;

/** Who would get such a report now, and why; for the desk, about no report. Only behind mutual TLS. */
@Path("/orders/explain")
public class ExplainResource {

    private final Teams teams;

    ExplainResource(Teams teams) {
        this.teams = teams;
    }

    @POST
    @NonBlocking
    public Response explain(@Context HttpServerRequest request, byte[] body) {
        if (!request.isSSL()) {
            throw new NotFoundException();
        }
        return Response.ok(Json.write(explain(question(body))))
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }

    private RoutingExplanation explain(RoutingQuestion question) {
        try {
            return RoutingRules.explain(teams.now(), question);
        } catch (NobodyToAddress nobody) {
            throw Problems.of(409, "nobody-to-address", "No team is left for such a report");
        }
    }

    private static RoutingQuestion question(byte[] body) {
        try {
            return Json.read(new String(body, StandardCharsets.UTF_8), RoutingQuestion.class);
        } catch (MalformedContractException malformed) {
            throw Problems.of(400, "bad-question", "The body is not a question to routing");
        }
    }
}
