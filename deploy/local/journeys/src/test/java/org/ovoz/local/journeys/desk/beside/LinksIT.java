package org.ovoz.local.journeys.desk.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.TeamId;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.Look;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.PeopleLeave;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.leaks.LeakSearch;
import org.ovoz.local.journeys.leaks.Places;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;

/** Two reports on one place, by two people to two teams of one organisation: proposed by marks, linked by a person, each as it was. */
class LinksIT implements PeopleLeave {
    private static final String OF_ONE = "Yordam kerak, doʻkonda ushlab turishibdi.";
    private static final String OF_ANOTHER = "Please help, my cousin is locked in a shop and cannot leave.";
    private static final String OF_A_THIRD = "Жардам керек, бизди дүкөндө кармап турушат, чыгарбайт.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final PlaceName place = PlaceName.invented();
    private final PlaceName boss = PlaceName.invented();

    @Test
    void aPersonLinksTwoReportsThatMarksProposedAndNeitherIsMerged() throws Exception {
        ReportFromAPhone one = ReportFromAPhone.arrived(running, "vera", OF_ONE);
        ConsolePage vera = offices.ready("vera");
        List<String> told = whatTheDeskIsTold(vera);
        hold(vera, one, OF_ONE);
        say(vera, place.latin() + " koʻchasi 17", boss.latin());

        ReportFromAPhone another = ReportFromAPhone.arrived(running, "aziza", OF_ANOTHER);
        ConsolePage aziza = offices.ready("aziza");
        told.addAll(whatTheDeskIsTold(aziza));
        hold(aziza, another, OF_ANOTHER);
        say(aziza, "ул. " + place.cyrillic() + ", дом 17", boss.cyrillic());

        Locator proposed = about(aziza, "proposed", one);
        proposed.waitFor();
        assertThat(proposed.getByTestId("shared").innerText()).contains(place.cyrillic(), boss.cyrillic(), "17");
        Look.near(aziza.page(), "links-proposed", "links");
        assertThat(about(aziza, "linked", one).count())
                .as("links that nobody has confirmed")
                .isZero();
        proposed.getByTestId("same-place").click();
        about(aziza, "linked", one).waitFor();
        assertThat(about(aziza, "linked", one).innerText()).contains("aziza");

        eachIsAsItWas(one, another);
        aziza.goTo(one.id());
        about(aziza, "linked", another).waitFor();
        assertThat(aziza.lines().count())
                .as("words of a report that somebody else holds")
                .isZero();
        vera.page().waitForCondition(() -> vera.the("links-none").count() == 1);
        assertThat(about(vera, "linked", another).count())
                .as("reports of teams that she is not in")
                .isZero();
        assertThat(vera.lines().allTextContents()).contains(OF_ONE).doesNotContain(OF_ANOTHER);

        theOtherOrganisationIsToldNothing();
        assertThat(told)
                .isNotEmpty()
                .noneMatch(body -> names().values().stream().anyMatch(body::contains));
        assertThat(leaks()).isEmpty();
    }

    /** The same place, and another key for marks. */
    private void theOtherOrganisationIsToldNothing() {
        ReportFromAPhone third = ReportFromAPhone.arrived(running, "bolot", OF_A_THIRD);
        ConsolePage bolot = offices.ready("bolot");
        hold(bolot, third, OF_A_THIRD);
        bolot.page()
                .waitForResponse(
                        response -> response.url().endsWith("/link-terms") && response.ok(),
                        () -> say(bolot, place.latin() + " 17", boss.latin()));
        bolot.the("links-none").waitFor();
        assertThat(bolot.the("proposed").count() + bolot.the("linked").count()).isZero();
    }

    private static void hold(ConsolePage console, ReportFromAPhone report, String text) {
        console.goTo(report.id());
        console.claim();
        console.awaitLine(text);
    }

    /** What it says is compared once it is saved. */
    private static void say(ConsolePage console, String place, String boss) {
        console.the("triage-place").fill(place);
        console.the("triage-aliases").fill(boss);
        console.page()
                .locator("[data-testid=links-terms] .count")
                .filter(new Locator.FilterOptions().setHasText("3"))
                .waitFor();
        console.the("links-lack").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator about(ConsolePage console, String list, ReportFromAPhone report) {
        return console.the(list).filter(new Locator.FilterOptions().setHasText(report.shortId()));
    }

    private void eachIsAsItWas(ReportFromAPhone one, ReportFromAPhone another) throws SQLException {
        CaseView first = running.people().login("vera").look(one.id());
        CaseView second = running.people().login("aziza").look(another.id());
        assertThat(List.of(first.state(), second.state())).containsOnly("claimed");
        assertThat(first.shortId()).isNotEqualTo(second.shortId());
        assertThat(first.teams()).contains(new TeamId("north-central-asia"));
        assertThat(second.teams()).doesNotContain(new TeamId("north-central-asia"));
        try (Connection intake = running.databases().intake()) {
            for (ReportFromAPhone report : List.of(one, another)) {
                String sql = "SELECT count(*) FROM item WHERE report_id = ? AND kind = 'message'";
                assertThat(Databases.count(intake, sql, report.id().value()))
                        .as("a text, and a 1")
                        .isEqualTo(2);
            }
        }
    }

    private static List<String> whatTheDeskIsTold(ConsolePage console) {
        List<String> told = new ArrayList<>();
        console.page().onRequest(request -> {
            if (request.url().contains("/api/v1/cases/")) {
                told.add(bodyOf(request));
            }
        });
        return told;
    }

    private static String bodyOf(Request request) {
        String body = request.postData();
        return request.url() + " " + (body == null ? "" : body);
    }

    /** As they were written, and as browsers compare them. */
    private Map<String, String> names() {
        return Map.of(
                "the place", place.latin(),
                "the place in Cyrillic", place.cyrillic(),
                "the place as it is compared", place.latin().toLowerCase(Locale.ROOT),
                "the boss", boss.latin(),
                "the boss in Cyrillic", boss.cyrillic(),
                "the boss as it is compared", boss.latin().toLowerCase(Locale.ROOT));
    }

    private List<String> leaks() throws Exception {
        LeakSearch search = new LeakSearch(names());
        return new Places(running)
                .all().stream().flatMap(found -> found.search(search).stream()).toList();
    }
}
