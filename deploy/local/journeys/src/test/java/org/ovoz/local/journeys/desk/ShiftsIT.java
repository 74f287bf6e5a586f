package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.running.Databases;

/**
 * A duty as a coordinator plans it and two responders share it. It begins late enough that the desk lets no phone ring meanwhile, and soon
 * enough to check in.
 */
class ShiftsIT implements PeopleLeave {
    private static final String TEAM = "north-central-asia";
    private static final Duration FROM_NOW = Duration.ofMinutes(100);
    private static final Duration LASTS = Duration.ofHours(3);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Offices offices = Offices.shared();
    private final ConsolePage nadia = offices.signedIn("nadia");
    private final ConsolePage vera = offices.signedIn("vera");

    /** What went to a colleague is hers, also without the plan; for the tests that follow, it never was. */
    @AfterEach
    void nothingIsPlannedAnyMore() throws SQLException {
        try (Connection desk = offices.running().databases().desk()) {
            Databases.change(desk, "DELETE FROM duty_swap");
            Databases.change(desk, "DELETE FROM duty WHERE swapped_at IS NOT NULL");
        }
        goTo(nadia);
        Locator planned = nadia.the("exception");
        while (planned.count() > 0) {
            int before = planned.count();
            planned.first().getByTestId("remove-shift").click();
            nadia.the("dialog-confirm").click();
            nadia.page().waitForCondition(() -> planned.count() < before);
        }
    }

    @Test
    void aDutyIsPlannedShownToBeReadableWithTheTeamsKeyAndHandedToAColleagueWhoShowsItAnew() {
        goTo(nadia);
        plan("vera");
        Look.at(nadia.page(), "shifts-plan", "plan");

        goTo(vera);
        Locator verasDuty = vera.the("duty");
        assertThat(verasDuty.getByTestId("show-that-i-read").count())
                .as("with a locked key")
                .isZero();
        verasDuty.getByTestId("open-key-first").waitFor();
        vera.openKey(offices.person("vera"));
        verasDuty.getByTestId("show-that-i-read").click();
        vera.page()
                .locator("[data-testid=duty][data-opened=true][data-checked-in=true]")
                .waitFor();
        Look.at(vera.page(), "shifts-checked-in");
        goTo(nadia);
        assertThat(seenByTheCoordinator("vera").getAttribute("data-surety")).isEqualTo("reads");

        verasDuty.getByTestId("offer").click();
        verasDuty.getByTestId("take-back").waitFor();
        ConsolePage aziza = offices.ready("aziza");
        goTo(aziza);
        aziza.the("take").click();
        aziza.page()
                .locator("[data-testid=duty][data-opened=false][data-checked-in=false]")
                .waitFor();
        aziza.the("show-that-i-read").click();
        aziza.page()
                .locator("[data-testid=duty][data-opened=true][data-checked-in=true]")
                .waitFor();
        goTo(nadia);
        assertThat(seenByTheCoordinator("aziza").getAttribute("data-surety")).isEqualTo("reads");
        goTo(vera);
        vera.the("no-duties").waitFor();
    }

    private void plan(String handle) {
        Locator team = nadia.page().locator("[data-testid=team-plan][data-team=" + TEAM + "]");
        team.getByTestId("add-extra").click();
        LocalDateTime from = LocalDateTime.now().plus(FROM_NOW);
        team.getByTestId("handle").selectOption(handle);
        team.getByTestId("from").fill(MINUTES.format(from));
        team.getByTestId("until").fill(MINUTES.format(from.plus(LASTS)));
        team.getByTestId("save-shift").click();
        team.locator("[data-testid=exception][data-handle=" + handle + "]").waitFor();
    }

    private Locator seenByTheCoordinator(String handle) {
        Locator surety = nadia.page().locator("[data-testid=planned][data-handle=" + handle + "] [data-testid=surety]");
        surety.waitFor();
        return surety;
    }

    /** Leaves the page and comes again, so that it is asked for anew. */
    private static void goTo(ConsolePage console) {
        console.page().evaluate("location.hash = '#/settings'");
        console.the("page-title").waitFor();
        console.page().evaluate("location.hash = '#/shifts'");
        console.the("my-duties").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }
}
