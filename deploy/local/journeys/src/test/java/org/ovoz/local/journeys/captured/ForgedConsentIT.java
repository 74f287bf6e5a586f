package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.SignedWebhook;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** The desk has an account with the same carrier, and could say a reporter's "1" with its token, did it know her number. */
class ForgedConsentIT {
    private final RunningStack running = RunningStack.shared();

    @Test
    void theStaffAccountsTokenSaysNoReportersYesAndTheHotlinesDoes() throws Exception {
        ResponderSession aziza = running.people().login("aziza");
        String number = running.carrier().freshNumber();
        CaseView report = running.reports(aziza)
                .openFrom(number, "Yordam kerak, bizni bu yerda ushlab turishibdi, ikki oydan beri.");

        Answer forged = say(number, "carrier-staff-token");
        assertThat(forged.status() + " " + forged.problem()).isEqualTo("403 bad-signature");
        assertThat(aziza.look(report.id()).texts()).isNotEqualTo(TextsAllowed.ALLOWED);

        say(number, "carrier-hotline-token").expect(200);
        Await.until(
                "texts allowed",
                Duration.ofSeconds(20),
                () -> Optional.of(aziza.look(report.id())).filter(view -> view.texts() == TextsAllowed.ALLOWED));
    }

    private Answer say(String number, String token) throws Exception {
        String message = "SM" + Ids.random().toString().replace("-", "");
        SignedWebhook yes = SignedWebhook.signedWith(secret(token), message, number, "1", running.stack());
        return running.web()
                .send(Web.request(yes.url())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", yes.signature())
                        .POST(BodyPublishers.ofString(yes.form()))
                        .build());
    }

    private String secret(String name) throws Exception {
        return Files.readString(running.stack().directory().resolve("secrets").resolve(name));
    }
}
