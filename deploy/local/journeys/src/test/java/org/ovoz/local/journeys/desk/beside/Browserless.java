package org.ovoz.local.journeys.desk.beside;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReplySealer;
import org.ovoz.local.journeys.sealed.ReportOpener;
import org.ovoz.local.journeys.web.Answer;

/** Whoever holds a report, with a program in place of the console: it asks for what no page offers, by the same keys and through the same desk. */
record Browserless(Offices offices, String handle, ReportFromAPhone report) {

    /** @param notBefore null: at once */
    Answer reply(String text, @Nullable Instant notBefore) {
        ResponderSession session = session();
        Keyring keys = Keyring.of(
                offices.person(handle).keyFile(), session.look(report.id()).teams(), Clock.systemUTC());
        OpenedReport opened = ReportOpener.open(session.fetch(keys.fetch(report.id())), report.id(), keys);
        OrderBody.Reply sealed = new ReplySealer(Clock.systemUTC()).seal(opened, text);
        return session.order(keys.reply(
                report.id(), new OrderBody.Reply(sealed.item(), sealed.grants(), sealed.contact(), notBefore)));
    }

    ResponderSession session() {
        return offices.running().people().login(handle);
    }
}
