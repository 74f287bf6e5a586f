package org.ovoz.intake.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Problem;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.setting.Webhook;

@IntakeTest
class SmsWebhookTest {

    private final Sms text = Sms.of(Reporter.somebody().number(), Reporter.CRY);

    @Test
    void aTextIsReadByTheTeamThatSpeaksItsLanguage() {
        Reporter reporter = Reporter.whoWrote(Reporter.CRY);
        assertThat(Responder.of(Team.NORTH).opens(reporter.report()).texts(ItemKind.MESSAGE))
                .containsExactly(Reporter.CRY);
    }

    @Test
    void theAnswerIsAlwaysAnEmptyDocument() {
        assertTaken(Webhook.of(text).send());
        assertTaken(Webhook.of(text).send());
        assertTaken(Webhook.of(Sms.of(Reporter.somebody().number(), "STOP")).send());
        assertTaken(Webhook.of(Sms.of(Reporter.somebody().number(), "HELP")).send());
    }

    @Test
    void anUnsignedTextIsRefused() {
        assertRefused(nothingIsStoredBy(Webhook.of(text).signed(null)), 403, "unsigned");
        assertRefused(nothingIsStoredBy(Webhook.of(text).signed("")), 403, "unsigned");
    }

    @Test
    void aWronglySignedTextIsRefused() {
        String ofAnother = Webhook.sign("another token", Webhook.SMS, text.fields());
        String ofOtherWords = Webhook.sign(
                "token-of-now", Webhook.SMS, text.with("Body", "other words").fields());
        for (String signature : List.of("nonsense", ofAnother, ofOtherWords)) {
            assertRefused(nothingIsStoredBy(Webhook.of(text).signed(signature)), 403, "bad-signature");
        }
    }

    @Test
    void aTextSignedWithTheOldTokenIsTakenWhileRotating() {
        assertTaken(Webhook.of(text).signedWithTheOldToken(text).send());
        assertThat(Reporter.isKnown(text.id())).isTrue();
    }

    @Test
    void anOversizedTextIsRefused() {
        assertRefused(nothingIsStoredBy(Webhook.of(text.with("Body", "a".repeat(70_000)))), 413, "too-large");
    }

    @Test
    void whatIsLargerThanAnythingIsNotEvenRead() {
        Webhook webhook = Webhook.of(text.with("Body", "a".repeat(1_100_000)));
        assertThat(nothingIsStoredBy(webhook).statusCode()).isEqualTo(413);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] escaped = "MessageSid=SM1&Body=%ff%fe".getBytes(StandardCharsets.US_ASCII);
        byte[] raw = "MessageSid=SM1&Body=\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(nothingIsStoredBy(Webhook.of(text).body(escaped)), 400, "unreadable");
        assertRefused(nothingIsStoredBy(Webhook.of(text).body(raw)), 400, "unreadable");
    }

    @Test
    void aFieldThatComesTwiceWithTwoMeaningsIsRefused() {
        byte[] twice = (text.form() + "&Body=other").getBytes(StandardCharsets.UTF_8);
        assertRefused(nothingIsStoredBy(Webhook.of(text).body(twice)), 400, "unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageSid", "From", "To", "Body"})
    void aMissingFieldIsNamedAndNothingElseRepeated(String field) {
        HttpResponse<String> answer = nothingIsStoredBy(Webhook.of(text.without(field)));
        Problem problem = assertRefused(answer, 400, "missing-field");
        assertThat(problem.title()).contains(field);
        assertThat(answer.body()).doesNotContain(text.fields().get("From"), Reporter.CRY, text.id());
    }

    @Test
    void anIdThatIsNoneOfTheCarriersIsRefusedWithoutRepeatingIt() {
        HttpResponse<String> answer = nothingIsStoredBy(Webhook.of(text.with("MessageSid", "canary")));
        assertRefused(answer, 400, "bad-field");
        assertThat(answer.body()).doesNotContain("canary");
    }

    static Stream<@Nullable String> oddContentTypes() {
        return Stream.of(
                null, "text/plain", "application/json", "multipart/form-data; boundary=x", "application/xml", "odd");
    }

    @ParameterizedTest
    @MethodSource("oddContentTypes")
    void anOddContentTypeIsReadAllTheSame(@Nullable String type) {
        assertTaken(Webhook.of(text).contentType(type).send());
        assertThat(Reporter.isKnown(text.id())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("oddContentTypes")
    void anOddContentTypeIsCheckedAllTheSame(@Nullable String type) {
        assertRefused(nothingIsStoredBy(Webhook.of(text).contentType(type).signed("nonsense")), 403, "bad-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d\ude22", "?"})
    void theShortestTextIsAReportForTheTeamThatTakesEverything(String words) {
        Reporter reporter = Reporter.whoWrote(words);
        assertThat(conversation(reporter, "language")).isEqualTo("und");
        assertThat(conversation(reporter, "rule")).isEqualTo("catch-all");
        assertThat(Responder.of(Team.CATCH_ALL).opens(reporter.report()).texts(ItemKind.MESSAGE))
                .containsExactly(words);
    }

    @Test
    void aTextWithoutANumberIsAReportWithoutAContact() {
        Sms withheld = Sms.of("", Reporter.CRY);
        assertTaken(Webhook.of(withheld).send());
        String contact = Sql.INTAKE.one(
                "SELECT contact FROM conversation WHERE id = ?",
                Reporter.reportOf(withheld.id()).value());
        assertThat(contact).isEqualTo("none");
    }

    @Test
    void aTextToAnUnknownNumberIsTakenAndNotAnswered() {
        Sms elsewhere = text.with("To", "+12025550199");
        assertTaken(Webhook.of(elsewhere).send());
        var report = Reporter.reportOf(elsewhere.id());
        assertThat(Sql.INTAKE.read("SELECT id FROM outgoing_text WHERE report_id = ?", report.value()))
                .isEmpty();
    }

    @Test
    void onlyPostIsAnswered() {
        HttpResponse<String> answer = Webhook.of(text).send("GET");
        assertRefused(answer, 405, "method-not-allowed");
        assertThat(Webhook.of(text).send("PUT").statusCode()).isEqualTo(405);
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(answer.body()).matches("<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?><Response\\s*/>");
    }

    private static HttpResponse<String> nothingIsStoredBy(Webhook webhook) {
        List<String> before = rows();
        HttpResponse<String> answer = webhook.send();
        assertThat(rows()).isEqualTo(before);
        return answer;
    }

    private static List<String> rows() {
        return Sql.INTAKE.read("SELECT count(*) FROM conversation UNION ALL SELECT count(*) FROM item"
                + " UNION ALL SELECT count(*) FROM carrier_message UNION ALL SELECT count(*) FROM outbox"
                + " UNION ALL SELECT count(*) FROM contact_index UNION ALL SELECT count(*) FROM audit");
    }

    private static String conversation(Reporter reporter, String column) {
        return Sql.INTAKE.one(
                "SELECT " + column + " FROM conversation WHERE id = ?",
                reporter.report().value());
    }
}
