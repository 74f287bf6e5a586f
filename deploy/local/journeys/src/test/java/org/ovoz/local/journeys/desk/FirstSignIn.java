package org.ovoz.local.journeys.desk;

import com.microsoft.playwright.Page;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.ovoz.local.journeys.browser.ConsolePage;

/** The first sign-in of somebody who was invited, at the real login server: a second factor is set up and the first password replaced. */
final class FirstSignIn {
    private static final int PASSWORD_BYTES = 12;

    private final Page page;

    FirstSignIn(ConsolePage console) {
        this.page = console.page();
    }

    void by(String handle, String firstPassword) {
        page.locator("[data-testid=sign-in]").click();
        page.locator("#username").fill(handle);
        page.locator("#password").fill(firstPassword);
        page.locator("#kc-login").click();
        secondFactor();
        ownPassword();
        page.locator("[data-testid=handle]").waitFor();
    }

    /** As on a phone whose camera is broken: the secret is typed, and its first number given back. */
    private void secondFactor() {
        page.locator("#mode-manual").click();
        String secret = page.locator("#kc-totp-secret-key").innerText();
        page.locator("#totp").fill(new SecondFactor(secret, Clock.systemUTC()).number());
        page.locator("#saveTOTPBtn").click();
    }

    private void ownPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(password);
        page.locator("#password-confirm").press("Enter");
    }
}
