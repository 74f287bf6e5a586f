package org.ovoz.local.journeys.bench.screen;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.measure.Latencies;
import org.ovoz.local.journeys.phones.SignedWebhook;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Web;

/** Texts that each open a report, one when the one before is on screen and was claimed: claimed, it leaves the list. */
final class FirstTexts {
    private static final String TEXT = "Yordam kerak, bizni skladda ushlab turishibdi, pul berishmayapti.";

    private final RunningStack running;
    private final Screen screen;
    private final ResponderSession responder;
    private final Duration pause;

    FirstTexts(RunningStack running, Screen screen, ResponderSession responder, Duration pause) {
        this.running = running;
        this.screen = screen;
        this.responder = responder;
        this.pause = pause;
    }

    Sent send(int count) {
        long[] answered = new long[count];
        List<OnItsWay> onTheirWay = new ArrayList<>(count);
        for (int text = 0; text < count; text++) {
            HttpRequest webhook = webhook();
            long sent = System.nanoTime();
            running.web().send(webhook).expect(200);
            answered[text] = System.nanoTime() - sent;
            double at = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) / 1e3;
            Screen.Painted row = screen.next();
            onTheirWay.add(new OnItsWay(UUID.fromString(row.report()), at, row));
            responder.claim(ReportId.of(row.report()));
            LockSupport.parkNanos(pause.toNanos());
        }
        return new Sent(Latencies.ofNanos(answered), onTheirWay);
    }

    record Sent(Latencies answered, List<OnItsWay> onTheirWay) {}

    /** @param answered when its webhook was, in milliseconds of the Unix clock */
    record OnItsWay(UUID report, double answered, Screen.Painted row) {}

    private HttpRequest webhook() {
        String message = "SM" + Ids.random().toString().replace("-", "");
        SignedWebhook text = SignedWebhook.of(message, running.carrier().freshNumber(), TEXT, running.stack());
        return Web.request(text.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", text.signature())
                .POST(HttpRequest.BodyPublishers.ofString(text.form()))
                .build();
    }
}
