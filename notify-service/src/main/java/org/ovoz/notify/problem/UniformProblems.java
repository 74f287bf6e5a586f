package org.ovoz.notify.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * Gives problems that the framework makes a type of ours, and takes out details, which can repeat what was sent. What failed because the
 * database was away may be tried again: that is 503 and no fault of the desk's.
 */
@ApplicationScoped
class UniformProblems implements ProblemPostProcessor {

    private static final int FAULT = 500;

    private static final Map<Integer, String> SLUGS = Map.of(
            400, "bad-request",
            401, "not-signed-in",
            403, "not-allowed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() == FAULT && DatabaseFaults.passes(context.cause)) {
            return Problems.of(503, "unavailable", "Not now; please try again");
        }
        boolean ours = problem.getType() != null && problem.getType().toString().startsWith(Problems.PREFIX);
        if (ours) {
            return problem;
        }
        String slug = SLUGS.getOrDefault(problem.getStatusCode(), "fault");
        return HttpProblem.builder(problem)
                .withType(URI.create(Problems.PREFIX + slug))
                .withDetail(null)
                .build();
    }
}
