package org.ovoz.local.journeys.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.desk.AccessToken;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.phones.Text;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** Alerts are answered from the phone that they came to, lines are tried, routing is explained: on the whole stack. */
class DispatchIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration ALL_LANGUAGES = Duration.ofSeconds(60);
    private static final Duration KEPT_FOR = Duration.ofSeconds(120);

    private final RunningStack running = RunningStack.shared();
    private final AccessToken azizasToken = running.people().token("aziza");
    private final AccessToken nadiasToken = running.people().token("nadia");
    private final ResponderSession aziza =
            new ResponderSession(running.web(), running.stack().desk(), azizasToken);

    @Test
    void aReportIsTakenByAnsweringTheText() {
        CaseView opened = running.reports(aziza).open("Yordam kerak, bizni bu yerda ushlab turishibdi.");
        Traces traces = running.traces(opened.id());
        traces.awaitAlert("aziza", opened.shortId());
        Text alert = traces.alerts("aziza", opened.shortId()).getFirst();
        String token = alert.body().substring(alert.body().indexOf(' ') + 1);
        String staff = alert.from();
        assertThat(answer(staff, token)).isEqualTo("ok");
        assertThat(answer(staff, token + " 2")).isEqualTo("yours");
        assertThat(aziza.queue("mine")).anyMatch(view -> view.is(opened.id()));
        assertThat(StreamSupport.stream(
                                get(azizasToken, "cases/" + opened.id())
                                        .path("timeline")
                                        .spliterator(),
                                false)
                        .map(happened -> happened.path("what").asText()))
                .contains("acknowledged", "report-claimed");
        aziza.release(opened.id());
    }

    @Test
    void everyLanguageComesThroughFromTheStaffNumberToTheDeskAndIsRemoved() {
        List<CaseView> before = inEnglish();
        Answer asked = send(nadiasToken, "POST", "canaries").expect(202);
        int planned = asked.as(JsonNode.class).path("canaries").asInt();
        assertThat(planned).isPositive();
        List<JsonNode> arrived =
                awaitCanaries("every language to come through", ALL_LANGUAGES, planned, "state", "arrived");
        assertThat(arrived)
                .allSatisfy(canary -> assertThat(canary.path("understood").asText())
                        .as("language of %s", canary)
                        .isEqualTo(canary.path("language").asText()));
        arrived.forEach(canary -> System.out.printf(
                "canary %s: %d ms%n",
                canary.path("language").asText(), canary.path("millis").asLong()));
        awaitCanaries("every canary to be removed", KEPT_FOR, planned, "removed", "true");
        assertThat(inEnglish())
                .extracting(CaseView::id)
                .isSubsetOf(before.stream().map(CaseView::id).toList());
    }

    /** Nobody but the line's tests writes in English meanwhile. */
    private List<CaseView> inEnglish() {
        return aziza.queue("open").stream()
                .filter(view -> "en".equals(view.language()))
                .toList();
    }

    @Test
    void routingIsExplainedByIntakeWithWhoIsThere() {
        JsonNode found = get(nadiasToken, "routing/explain?language=tg&region=RU-PRI");
        assertThat(found.toString()).contains("north-central-asia", "aziza", "vera");
    }

    private String answer(String staff, String text) {
        Phone phone = new Phone(
                running.web(),
                running.stack().carrier(),
                running.stack().person("aziza").number());
        int known = phone.received().size();
        phone.send(staff, text);
        return phone.awaitText("one word back", SOON, known, word -> word.body().length() < 8)
                .body();
    }

    private List<JsonNode> awaitCanaries(String what, Duration within, int all, String field, String value) {
        return Await.until(what, within, () -> {
            List<JsonNode> like = StreamSupport.stream(
                            get(nadiasToken, "canaries").path("canaries").spliterator(), false)
                    .filter(canary -> canary.path(field).asText().equals(value))
                    .toList();
            return like.size() == all ? Optional.of(like) : Optional.empty();
        });
    }

    private JsonNode get(AccessToken token, String path) {
        return send(token, "GET", path).expect(200).as(JsonNode.class);
    }

    private Answer send(AccessToken token, String method, String path) {
        return running.web()
                .send(Web.request(URI.create(running.stack().desk() + "/api/v1/" + path))
                        .header("Authorization", token.header())
                        .method(method, BodyPublishers.noBody())
                        .build());
    }
}
