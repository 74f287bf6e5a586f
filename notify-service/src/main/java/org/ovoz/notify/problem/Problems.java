package org.ovoz.notify.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** Refusals of the desk. Types are stable; a title says what happened and repeats nothing that was sent. */
public final class Problems {

    public static final String PREFIX = "urn:ovoz:problem:";

    private Problems() {}

    public static HttpProblem of(int status, String slug, String title) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + slug))
                .withStatus(status)
                .withTitle(title)
                .build();
    }

    /** The same, with one more member that says how much or until when. */
    public static HttpProblem with(int status, String slug, String title, String member, Object value) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + slug))
                .withStatus(status)
                .withTitle(title)
                .with(member, value)
                .build();
    }

    /** Also for what is there and is not the caller's: the two must not be told apart. */
    public static HttpProblem unknownReport() {
        return of(404, "unknown-report", "No such report for you");
    }

    public static HttpProblem notFound() {
        return of(404, "not-found", "Nothing here");
    }

    /** A webhook that the carrier did not sign. */
    public static HttpProblem unsigned() {
        return of(403, "webhook-signature", "Not signed by the carrier");
    }

    public static HttpProblem badRequest() {
        return of(400, "bad-request", "The request could not be understood");
    }
}
