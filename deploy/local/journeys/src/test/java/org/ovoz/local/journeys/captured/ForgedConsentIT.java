package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
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
        URI webhook = URI.create(running.stack().intake() + "/twilio/sms");
        Map<String, String> fields = new TreeMap<>(Map.of(
                "AccountSid",
                secret("carrier-hotline-sid"),
                "Body",
                "1",
                "From",
                number,
                "MessageSid",
                "SM" + Ids.random().toString().replace("-", ""),
                "NumMedia",
                "0",
                "To",
                running.stack().hotline()));
        return running.web()
                .send(Web.request(webhook)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", signature(webhook, fields, secret(token)))
                        .POST(BodyPublishers.ofString(Web.query(fields)))
                        .build());
    }

    /** As the carrier signs: the address and each field in the order of their names. */
    private static String signature(URI webhook, Map<String, String> fields, String token)
            throws GeneralSecurityException {
        StringBuilder signed = new StringBuilder(webhook.toString());
        fields.forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private String secret(String name) throws Exception {
        return Files.readString(running.stack().directory().resolve("secrets").resolve(name));
    }
}
