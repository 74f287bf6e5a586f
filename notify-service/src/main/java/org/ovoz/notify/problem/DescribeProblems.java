package org.ovoz.notify.problem;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says in the description of the interface what every refusal looks like, and which ones every call can meet. */
public final class DescribeProblems implements OASFilter {

    private static final String SCHEMA = "Problem";
    private static final Map<String, String> EVERYWHERE = Map.of(
            "401", "not-signed-in: no token, or one that does not count",
            "403", "not-allowed: the role is missing; unknown-person: the login is not in the directory");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getPaths() == null) {
            return;
        }
        api.getComponents().addSchema(SCHEMA, problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> describe(operation, path.startsWith("/api/"))));
    }

    private static void describe(Operation operation, boolean needsLogin) {
        APIResponses responses = operation.getResponses();
        if (needsLogin) {
            EVERYWHERE.forEach((status, refusals) -> add(responses, status, refusals));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(content());
            }
        });
    }

    private static void add(APIResponses responses, String status, String refusals) {
        APIResponse known = responses.getAPIResponse(status);
        String own = known == null || known.getDescription() == null ? "" : "; " + known.getDescription();
        boolean generated = known != null && !own.contains(":");
        responses.addAPIResponse(status, OASFactory.createAPIResponse().description(refusals + (generated ? "" : own)));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457. `type` is stable: " + Problems.PREFIX
                        + " and one of the words named with the status")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("instance", text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
