package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.ovoz.local.journeys.browser.ConsolePage;

/** The page on which an administrator keeps people from day to day. */
final class PeopleDesk {
    private final ConsolePage console;

    PeopleDesk(ConsolePage console) {
        this.console = console;
    }

    /** @return the first password, which is shown once */
    String invite(String handle, String organisation, String language) {
        open();
        console.the("invite").click();
        Locator form = console.the("invite-form");
        form.getByTestId("organisation").selectOption(organisation);
        form.getByTestId("field-handle").fill(handle);
        form.locator("input[name=languages][value=" + language + "]").check();
        Look.at(console.page(), "invite", "invite-form");
        form.getByTestId("invite-now").click();
        String password = console.the("first-password").innerText();
        Look.at(console.page(), "invitation", "invitation");
        console.the("put-away").click();
        return password;
    }

    /** Who has none cannot be woken. */
    void giveTelephone(String handle, String number) {
        Locator person = step("change", handle);
        console.the("channel-call").fill(number);
        console.page().locator("[data-testid=change-form] input[name=onCall]").check();
        console.the("save-person").click();
        console.the("change-form").waitFor(detached());
        person.getByTestId("no-channel").waitFor(detached());
    }

    void moveInto(String team, String handle) {
        Locator person = step("move", handle);
        console.page().locator("input[name=teams][value=" + team + "]").check();
        console.the("move-now").click();
        console.the("move-form").waitFor(detached());
        person.getByText(team).waitFor();
    }

    private Locator step(String name, String handle) {
        open();
        console.the("search").fill(handle);
        Locator person = console.page().locator("[data-testid=person][data-handle=" + handle + "]");
        person.getByTestId("steps").locator("summary").click();
        person.getByTestId(name).click();
        return person;
    }

    private static Locator.WaitForOptions detached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private void open() {
        console.page().evaluate("location.hash = '#/people'");
        console.the("people").waitFor();
    }
}
