package org.ovoz.notify.order;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.ovoz.notify.problem.Problems;

/** Refusals that say more than their type. */
final class OrderProblems {

    private OrderProblems() {}

    /** @param again when there is room for one more */
    static HttpProblem capReached(Instant again, Instant now) {
        return HttpProblem.builder()
                .withType(URI.create(Problems.PREFIX + "opening-cap"))
                .withStatus(429)
                .withTitle("You have opened as many reports as one may within an hour")
                .withHeader(
                        "Retry-After", Math.max(1, Duration.between(now, again).toSeconds()))
                .with("again", again.toString())
                .build();
    }
}
