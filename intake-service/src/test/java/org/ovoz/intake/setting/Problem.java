package org.ovoz.intake.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.ovoz.contracts.Json;

/** A refusal, RFC 9457. */
public record Problem(String type, String title, int status) {

    public static Problem in(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        Problem problem = Json.read(answer.body(), Problem.class);
        assertThat(problem.status()).isEqualTo(answer.statusCode());
        return problem;
    }

    public static Problem assertRefused(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Problem problem = in(answer);
        assertThat(problem.type()).isEqualTo("urn:ovoz:problem:" + slug);
        return problem;
    }

    public static void assertRefused(SignedOrder.Answer answer, int status, String slug) {
        assertRefused(answer.http(), status, slug);
    }
}
