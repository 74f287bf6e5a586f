package org.ovoz.local.journeys.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReplySealer;
import org.ovoz.local.journeys.sealed.ReportOpener;
import org.ovoz.local.journeys.sealed.SignedOrder;
import org.ovoz.local.journeys.web.Await;

/** A report whose reporter allows texts, claimed and opened by a responder: ready to be answered. */
record HeldReport(String number, ResponderSession responder, CaseView view, Keyring keys, OpenedReport opened) {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** From a new phone, which has got the neutral answer already. */
    static HeldReport by(RunningStack running, ResponderSession responder, String handle) {
        String number = running.carrier().freshNumber();
        ReporterPhone phone = running.carrier().phone(number);
        ReportId report = running.reports(responder)
                .openFrom(number, "Yordam kerak, bizni bu yerda ushlab turishibdi.")
                .id();
        phone.awaitNeutralAnswer(SOON);
        phone.text("1");
        CaseView view = Await.until(
                "texts allowed",
                SOON,
                () -> Optional.of(responder.look(report)).filter(now -> now.texts() == TextsAllowed.ALLOWED));
        responder.claim(report);
        Keyring keys = Keyring.of(running.stack().person(handle).keyFile(), view.teams(), Clock.systemUTC());
        OpenedReport opened = ReportOpener.open(responder.fetch(keys.fetch(report)), report, keys);
        return new HeldReport(number, responder, view, keys, opened);
    }

    ReportId id() {
        return opened.id();
    }

    SignedOrder reply(String text) {
        return keys.reply(id(), new ReplySealer(Clock.systemUTC()).seal(opened, text));
    }

    CaseView.Replies replies() {
        return responder.look(id()).replies();
    }
}
