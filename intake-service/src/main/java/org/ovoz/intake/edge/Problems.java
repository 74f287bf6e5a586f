package org.ovoz.intake.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** Refusals (RFC 9457). Types are stable; a title says what happened and repeats nothing that was sent. */
public final class Problems {

    public static final String PREFIX = "urn:ovoz:problem:";

    private Problems() {}

    /** For what answers outside of JAX-RS. */
    public static String json(int status, String slug, String title) {
        return new JsonObject()
                .put("type", PREFIX + slug)
                .put("title", title)
                .put("status", status)
                .encode();
    }

    public static HttpProblem of(int status, String slug, String title) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + slug))
                .withStatus(status)
                .withTitle(title)
                .build();
    }
}
