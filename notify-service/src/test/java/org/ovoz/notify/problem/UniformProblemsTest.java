package org.ovoz.notify.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.vertx.core.VertxException;
import org.junit.jupiter.api.Test;

class UniformProblemsTest {

    private static final String CANARY = "+12025550142";

    private final UniformProblems problems = new UniformProblems();

    @Test
    void whatFailedWithTheDatabaseAwayMayBeTriedAgain() {
        HttpProblem told = problems.apply(fault(), causedBy(new VertxException("Connection closed")));
        assertThat(told.getStatusCode()).isEqualTo(503);
        assertThat(told.getType()).hasToString("urn:ovoz:problem:unavailable");
    }

    @Test
    void whatIsWrongInTheDeskStaysAFault() {
        HttpProblem told = problems.apply(fault(), causedBy(new IllegalStateException("of " + CANARY)));
        assertThat(told.getStatusCode()).isEqualTo(500);
        assertThat(told.getType()).hasToString("urn:ovoz:problem:fault");
    }

    @Test
    void detailsOfTheFrameworkGoNowhere() {
        HttpProblem told = problems.apply(
                HttpProblem.builder()
                        .withStatus(400)
                        .withDetail("not a number: " + CANARY)
                        .build(),
                causedBy(new IllegalArgumentException()));
        assertThat(told.getType()).hasToString("urn:ovoz:problem:bad-request");
        assertThat(told.getDetail()).isNull();
    }

    private static HttpProblem fault() {
        return HttpProblem.builder().withStatus(500).withDetail("of " + CANARY).build();
    }

    private static ProblemContext causedBy(Throwable cause) {
        return ProblemContext.of(cause, "/api/v1/cases");
    }
}
