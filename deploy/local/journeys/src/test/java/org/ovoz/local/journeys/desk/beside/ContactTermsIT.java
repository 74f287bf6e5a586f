package org.ovoz.local.journeys.desk.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.desk.Look;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.PeopleLeave;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.phones.Text;
import org.ovoz.local.journeys.web.Answer;

/** She said when a text is safe. What is written outside of it is refused or waits, and what waits goes out once, then or never. */
class ContactTermsIT implements PeopleLeave {
    private static final String TEXT = "Yordam kerak, telefonim kechqurun xoʻjayinda boʻladi.";
    private static final ZoneId HER_ZONE = ZoneId.of("Asia/Tashkent");

    private final Offices offices = Offices.shared();
    private final ConsolePage vera = offices.ready("vera");
    private final ReportFromAPhone report = ReportFromAPhone.arrived(offices.running(), "vera", TEXT);
    private final Browserless program = new Browserless(offices, "vera", report);

    @BeforeEach
    void veraReadsIt() {
        vera.goTo(report.id());
        vera.claim();
        vera.awaitLine(TEXT);
    }

    @Test
    void outsideTheHoursOfHerZoneTheGateRefusesWhateverThePageThinks() {
        vera.the("contract-none").waitFor();
        recordHours(
                LocalTime.now(HER_ZONE).plusHours(3), LocalTime.now(HER_ZONE).plusHours(4));
        assertThat(vera.the("contract-said").innerText()).contains(HER_ZONE.getId());
        assertThat(vera.the("safe-next").getAttribute("data-now")).isEqualTo("false");
        assertThat(vera.the("said-codeWord").innerText()).isEqualTo("laylak");

        vera.the("reply-text").fill("Hozir yozsak boʻladimi?");
        assertThat(vera.the("reply-obstacle").getAttribute("data-reason")).isEqualTo("outside-hours");
        assertThat(vera.the("send-reply").isDisabled()).isTrue();
        vera.the("reply-text").fill("");

        Answer refused = program.reply("Bu yetib bormaydi.", null).expect(409);
        JsonNode problem = refused.as(JsonNode.class);
        assertThat(refused.problem()).isEqualTo("reply-refused");
        assertThat(problem.path("reason").asText()).isEqualTo("outside-safe-window");
        Instant next = Instant.parse(problem.path("next").path("from").asText());
        assertThat(next)
                .isBetween(
                        Instant.now().plus(2, ChronoUnit.HOURS), Instant.now().plus(4, ChronoUnit.HOURS));
        happened("reply-refused").waitFor();
        assertThat(report.received()).doesNotContain("Bu yetib bormaydi.");
    }

    @Test
    void anAnswerWaitsForHerHoursIsTakenBackAndAnotherGoesOnceTheHoursAllowIt() {
        recordHours(
                LocalTime.now(HER_ZONE).plusHours(3), LocalTime.now(HER_ZONE).plusHours(4));
        letWait("Birinchi javob.");
        Look.near(vera.page(), "contract-waits", "contract");
        vera.the("take-back").click();
        vera.the("line-not-sent").waitFor();
        assertThat(vera.the("waiting-reply").count()).isZero();
        happened("reply-withdrawn").waitFor();

        letWait("Ikkinchi javob.");
        vera.the("contract-open").click();
        vera.the("contract-always").check();
        vera.the("contract-save").click();
        report.phone().awaitText("Ikkinchi javob.", ReportFromAPhone.SOON);
        vera.awaitDelivered();
        showWhatChanged();
        assertThat(vera.the("line-waits").count()).isZero();
        assertThat(report.received()).containsOnlyOnce("Ikkinchi javob.").doesNotContain("Birinchi javob.");
    }

    @Test
    void anAnswerForALaterTimeGoesOutWhenThatHasComeAndNotBefore() {
        Instant time = Instant.now().plusSeconds(5);
        JsonNode outcome = program.reply("Vaqti keldi.", time).expect(200).as(JsonNode.class);
        assertThat(outcome.path("outcome").asText()).isEqualTo("scheduled");
        happened("reply-scheduled").waitFor();

        Text arrived = report.phone().awaitText("Vaqti keldi.", ReportFromAPhone.SOON);
        assertThat(arrived.at()).isAfterOrEqualTo(time);
        vera.awaitDelivered();
        assertThat(report.received()).containsOnlyOnce("Vaqti keldi.");
    }

    @Test
    void stopBeatsAnAnswerThatWaits() {
        program.reply("Kechqurun yozamiz.", Instant.now().plus(1, ChronoUnit.HOURS))
                .expect(200);
        program.reply("Hozir yozamiz.", Instant.now().plusSeconds(30)).expect(200);
        showWhatWaits(2);
        report.phone().text("STOP");

        vera.page().waitForCondition(() -> timesOf("reply-refused") == 2);
        assertThat(happened("reply-refused").first().innerText()).contains("does not want to be texted");
        vera.page()
                .locator("[data-testid=reply-obstacle][data-reason=texts-refused]")
                .waitFor();
        showWhatChanged();
        vera.page().waitForCondition(() -> vera.the("line-not-sent").count() == 2);
        Answer again = program.reply("Yana bir marta.", null).expect(409);
        assertThat(again.as(JsonNode.class).path("reason").asText()).isEqualTo("contact-refused");
        assertThat(report.received()).doesNotContain("Kechqurun yozamiz.", "Hozir yozamiz.", "Yana bir marta.");
    }

    private void recordHours(LocalTime from, LocalTime to) {
        vera.the("contract-open").click();
        vera.the("contract-texts").selectOption("allowed");
        vera.the("contract-limited").check();
        vera.the("contract-zone").selectOption(HER_ZONE.getId());
        vera.the("hours-from").fill(from.truncatedTo(ChronoUnit.MINUTES).toString());
        vera.the("hours-to").fill(to.truncatedTo(ChronoUnit.MINUTES).toString());
        vera.the("contract-codeWord").fill("laylak");
        Look.near(vera.page(), "contract-form", "contract");
        vera.the("contract-save").click();
        vera.the("contract-said").waitFor();
    }

    private void letWait(String answer) {
        vera.the("reply-text").fill(answer);
        vera.the("when-window").check();
        vera.the("send-reply").click();
        vera.the("waiting-reply")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .waitFor();
        vera.the("line-waits").waitFor();
        assertThat(report.received()).doesNotContain(answer);
    }

    /** The list of what waits is intake's, of when the report was opened last. */
    private void showWhatChanged() {
        showWhatWaits(0);
    }

    private void showWhatWaits(int answers) {
        vera.page().waitForCondition(() -> {
            vera.page().evaluate("document.querySelector('[data-testid=look-again]:enabled')?.click()");
            return vera.the("waiting-old").count() == 0
                    && vera.the("waiting-reply").count() == answers;
        });
    }

    private Locator happened(String what) {
        return vera.page().locator("[data-testid=happening][data-what=" + what + "]");
    }

    /** The same again and again is one line in the timeline, with how many times. */
    private int timesOf(String what) {
        return (int) happened(what).evaluateAll("all => all.reduce((sum, one) => sum + Number(one.dataset.times), 0)");
    }
}
