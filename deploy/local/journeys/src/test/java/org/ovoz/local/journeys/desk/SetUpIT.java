package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.servers.process.HttpHealth;

/**
 * A first start: a desk that has no line, an intake that cannot start, a directory without anybody. An administrator with a browser makes
 * a hotline of it; all that is done elsewhere is to lay the files that the console hands out where the services look for them.
 */
class SetUpIT implements PeopleLeave {
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);
    private static final String ORGANISATION = "river";
    private static final String TEAM = "river-team";
    private static final String TEXT = "Помогите, нас держат на складе и не отдают документы.";
    private static final String ANSWER = "Мы прочитали ваше сообщение.";

    private static RunningStack running;

    @TempDir
    Path drive;

    private final Offices offices = Offices.shared();
    private final Path handedOver = running.stack().directory().resolve("line");
    private final ConsolePage admin = offices.freshAt(running.stack());
    private final SetUpDesk setUp = new SetUpDesk(admin);

    @BeforeAll
    static void nothingIsThereYet() {
        running = Optional.ofNullable(System.getProperty("ovoz.stack.empty"))
                .map(directory -> RunningStack.in(Path.of(directory)))
                .orElseGet(() -> RunningStack.startEmptyIn(Path.of("../../.."), Path.of("target/empty-stack")));
    }

    @AfterAll
    static void leave() {
        running.stop();
    }

    @Test
    void aLineIsSetUpFromNothingInBrowsersUntilItsFirstReportIsAnswered() {
        admin.visit();
        admin.signInAgain(running.stack().person("admin"));
        setUp.open();
        admin.the("no-line").waitFor();
        Look.at(admin.page(), "setup");
        Path key = drive.resolve("line-key.json");
        List<String> words = setUp.makeLine(key, handedOver.resolve("admin-key.json"));
        Look.at(admin.page(), "setup-line-made", "made-line");
        admin.the("forget-line").click();
        setUp.lookAgain();
        setUp.openLine(key, words);
        setUp.awaitStep("line", "done");

        setUp.makeOrganisation(ORGANISATION, "River Help");
        String lansPassword = setUp.invite("lan", ORGANISATION);
        String minhsPassword = setUp.invite("minh", ORGANISATION);
        setUp.step("people").getByTestId("nobody-wakes").waitFor();
        Founder lan = new Founder(offices.freshAt(running.stack()));
        List<String> lansWords = lan.signInAndMakeAKey("lan", lansPassword);
        setUp.lookAgain();
        setUp.nameTeam(TEAM, "lan · " + ORGANISATION, "ru", true);
        lan.goToKeys();
        String compared = lan.found(TEAM);
        setUp.goToLine(key, words);
        assertThat(setUp.proposed(TEAM)).isEqualTo(compared);
        setUp.sign(TEAM);
        lan.awaitFounded(lansWords);

        Founder minh = new Founder(offices.freshAt(running.stack()));
        minh.signInAndMakeAKey("minh", minhsPassword);
        aSecondOneHoldsTheKeys(lan.console(), minh.console());
        papersAreMadeByTheOneAndTriedByTheOther(lan.console(), minh.console());
        intakeIsGivenWhatItStartsWith(key, words);
        theLineIsTried();
        Look.at(admin.page(), "setup-done");
        assertThat(admin.the("nobody-wakes").count()).isZero();

        FirstReport.isReadAndAnswered(running, lan.console(), TEXT, ANSWER);
    }

    private void aSecondOneHoldsTheKeys(ConsolePage lan, ConsolePage minh) {
        new PeopleDesk(admin).moveInto(TEAM, "minh");
        new PeopleDesk(admin).giveTelephone("minh", running.carrier().freshNumber());
        KeyDesk newcomer = new KeyDesk(minh.page());
        KeyDesk holder = new KeyDesk(lan.page());
        holder.letIn(TEAM, "minh", newcomer.fingerprint());
        holder.awaitHolds(TEAM, "minh");
        newcomer.awaitOpen();
    }

    private void papersAreMadeByTheOneAndTriedByTheOther(ConsolePage lan, ConsolePage minh) {
        lan.the("shares").fill("3");
        lan.the("needed").fill("2");
        lan.the("make-papers-button").click();
        lan.the("paper").first().waitFor();
        List<String> papers = lan.the("paper").locator(".fingerprint").allInnerTexts();
        lan.the("keep-papers").click();
        lan.the("recovery-state").waitFor();

        minh.the("tab-open").click();
        minh.choose("keys-link");
        minh.the("recovery-state").waitFor();
        minh.the("recovery").locator("summary").first().click();
        minh.the("drill-paper").nth(0).fill(papers.get(2));
        minh.the("drill-paper").nth(1).fill(papers.get(0));
        minh.the("drill-button").click();
        minh.the("recovery").locator("[data-good=true]").waitFor();
    }

    private void intakeIsGivenWhatItStartsWith(Path key, List<String> words) {
        HttpHealth intake = new HttpHealth(running.intakeManagement().resolve("/q/health/ready"));
        assertThat(intake.getAsBoolean())
                .as("intake before it is given anything")
                .isFalse();
        setUp.open();
        for (String step : List.of("organisation", "people", "team", "holders", "papers")) {
            setUp.awaitStep(step, "done");
        }
        setUp.reopenLine(key, words);
        setUp.saveCatchAll(TEAM, handedOver.resolve("catch-all-team.jws"));
        Look.at(admin.page(), "setup-intake", "catch-all");
        setUp.signLineRecord(handedOver.resolve("intake-public.json"), handedOver.resolve("line-record.jws"));
        Await.until("intake to start", STARTED_WITHIN, () -> Optional.of(true).filter(up -> intake.getAsBoolean()));
    }

    /** The desk writes to the line as a person would; when it has come back, nothing is missing any more. */
    private void theLineIsTried() {
        setUp.lookAgain();
        setUp.unfold("test");
        admin.the("test-now").click();
        Page page = admin.page();
        page.waitForCondition(
                () -> {
                    page.evaluate("document.querySelector('[data-testid=setup-again]:enabled')?.click()");
                    return "0".equals(admin.the("setup").getAttribute("data-missing"));
                },
                new Page.WaitForConditionOptions().setTimeout(STARTED_WITHIN.toMillis()));
    }
}
