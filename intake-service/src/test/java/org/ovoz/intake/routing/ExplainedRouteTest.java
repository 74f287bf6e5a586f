package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OrdersDoor;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Team;

@IntakeTest
class ExplainedRouteTest {

    private static final RoutingQuestion OF_THE_CRY =
            RoutingQuestion.of(new LanguageTag("uz-Latn"), RegionCode.UNKNOWN);

    @Test
    void itIsExplainedAsItIsDecided() {
        RoutingExplanation explained = explain(OF_THE_CRY);
        ReportId report = Reporter.whoWrote(Reporter.CRY).report();
        Eventually.so(() -> assertThat(Bus.told(report)).hasSize(1));
        ReportReceived told = (ReportReceived) Bus.told(report).getFirst().event();
        assertThat(explained.addressed()).isEqualTo(told.addressed());
        assertThat(explained.rule()).isEqualTo(told.rule());
        assertThat(explained.interpreter()).isEqualTo(told.interpreter());
    }

    @Test
    void whoIsLeftOutHasACodeForIt() {
        assertThat(explain(OF_THE_CRY).steps())
                .flatExtracting(RoutingExplanation.Step::leftOut)
                .contains(
                        new RoutingExplanation.LeftOut(Team.STEPPE.id(), LeftOutFor.LANGUAGE),
                        new RoutingExplanation.LeftOut(Team.NIGHT.id(), LeftOutFor.ESCALATION_TEAM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"language\":\"They took my passport\",\"region\":\"ZZ\"}", "\u00ff"})
    void whatIsNoQuestionIsRefusedAndNotRepeated(String body) {
        HttpResponse<String> answer = post(body);
        assertRefused(answer, 400, "bad-question");
        assertThat(answer.body()).doesNotContain("passport");
    }

    private static RoutingExplanation explain(RoutingQuestion question) {
        HttpResponse<String> answer = post(Json.write(question));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return Json.read(answer.body(), RoutingExplanation.class);
    }

    private static HttpResponse<String> post(String body) {
        return OrdersDoor.post("/orders/explain", body.getBytes(StandardCharsets.UTF_8));
    }
}
