package org.ovoz.local.journeys.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.Ids;
import org.ovoz.local.journeys.Journey;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** What a reporter wrote, what was answered, the number and the carrier's ids are nowhere but on phones and in sealed containers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheFirewallIT {
    private static final String PLANTED = "a planted word";
    private static final String METRIC = "a metric";

    private final RunningStack running = RunningStack.shared();
    private List<Place> places = List.of();
    private List<String> found = List.of();

    @BeforeAll
    void somethingWasReportedAnsweredAndRefusedAndAnotherWordWasPlanted() throws Exception {
        Journey.Played played =
                new Journey(running.stack(), Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream())).play();
        knockAtDoorsThatRefuse(played);
        String word = "planted" + Ids.random().toString().replace("-", "");
        Map<String, String> words = new LinkedHashMap<>(words(played));
        words.put(PLANTED, word);
        words.put(METRIC, "http_server_requests_seconds");
        try (PlantedWord planted = PlantedWord.plant(running, word)) {
            places = new Places(running).all();
            LeakSearch search = new LeakSearch(words);
            found = places.stream()
                    .flatMap(place -> place.search(search).stream())
                    .toList();
        }
    }

    @Test
    void noTableNoTopicNoMetricNoFileHoldsIt() {
        assertThat(found)
                .filteredOn(leak -> !leak.startsWith(PLANTED) && !leak.startsWith(METRIC))
                .isEmpty();
    }

    @Test
    void andWereItThereItWouldBeFound() {
        assertThat(found)
                .contains(
                        "a planted word as plain in table desk.public.planted",
                        "a planted word as base64 at 0 in topic planted",
                        "a planted word as UTF-16 big endian in topic planted",
                        "a planted word as plain in topic planted",
                        "a planted word as plain in file data/kafka/planted-0/00000000000000000000.log",
                        "a planted word as plain in file logs/planted.log",
                        "a planted word as plain in file logs/planted.log.1",
                        "a planted word as plain in file tmp/planted",
                        "a planted word as plain in file data/keycloak/planted",
                        "a metric as plain in metrics of intake",
                        "a metric as plain in metrics of desk")
                .anyMatch(leak -> leak.startsWith("a planted word as hex in file data/postgres/pg_wal/"))
                .anyMatch(leak -> leak.startsWith("a planted word as plain in file data/postgres/base/"));
    }

    @Test
    void everyKindOfPlaceWasSearched() {
        assertThat(places.stream().map(Place::name).map(TheFirewallIT::kind).distinct())
                .contains(
                        "table intake",
                        "table desk",
                        "table shred",
                        "topic ovoz.reports.v1",
                        "topic ovoz.desk.v1",
                        "topic ovoz.teams.v1",
                        "metrics of intake",
                        "metrics of desk",
                        "file logs",
                        "file tmp",
                        "file data/postgres",
                        "file data/shred",
                        "file data/kafka",
                        "file data/keycloak");
    }

    /** Each of them gets text and number, and may keep neither. */
    private void knockAtDoorsThatRefuse(Journey.Played played) {
        String form = Web.query(Map.of("From", played.reporter(), "Body", played.text(), "MessageSid", "SM1"));
        webhook(form, "not the signature").expect(403);
        webhook(form + "&From=again", "not the signature").expect(400);
        String number = Web.encode(played.reporter());
        String query = "?text=" + Web.encode(played.text());
        running.web().get(URI.create(running.stack().intake() + "/" + number + query));
        running.web().get(URI.create(running.stack().intake() + "/twilio/status/" + number + query));
        running.web().get(URI.create(running.stack().desk() + "/api/v1/cases/" + number + query));
    }

    /** {@code table desk}, {@code file data/kafka}. */
    private static String kind(String place) {
        return place.startsWith("table ")
                ? place.substring(0, place.indexOf('.'))
                : place.replaceFirst("^(file (?:data/[a-z]+|[a-z]+))/.*", "$1");
    }

    private Map<String, String> words(Journey.Played played) {
        String national = played.reporter().substring(2);
        String area = national.substring(0, 3);
        String exchange = national.substring(3, 6);
        String last = national.substring(6);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("the report's text", played.text());
        words.put("the report's last words", lastWords(played.text()));
        words.put("the answer", played.answer());
        words.put("the national number", national);
        words.put("the number with spaces", area + " " + exchange + " " + last);
        words.put("the number with hyphens", area + "-" + exchange + "-" + last);
        words.put("the number with brackets", "(" + area + ") " + exchange);
        List<String> ids = new Phone(running.web(), running.stack().carrier(), played.reporter()).carriersIds();
        assertThat(ids).as("a report, a 1, a neutral answer, a reply").hasSizeGreaterThanOrEqualTo(4);
        ids.forEach(id -> words.put("the carrier's id " + words.size(), id));
        return words;
    }

    private Answer webhook(String form, String signature) {
        return running.web()
                .send(Web.request(URI.create(running.stack().intake() + "/twilio/sms"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", signature)
                        .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                        .build());
    }

    private static String lastWords(String text) {
        return text.substring(text.length() - 24);
    }
}
