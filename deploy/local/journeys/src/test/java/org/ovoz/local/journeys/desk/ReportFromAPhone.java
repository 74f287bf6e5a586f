package org.ovoz.local.journeys.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;

/** A report by text of somebody who may be answered, and the phone it came from. */
public record ReportFromAPhone(ReportId id, String shortId, String number, ReporterPhone phone) {
    public static final Duration SOON = Duration.ofSeconds(30);

    /** @param handle of somebody whose team it is for */
    public static ReportFromAPhone arrived(RunningStack running, String handle, String text) {
        ResponderSession responder = running.people().login(handle);
        String number = running.carrier().freshNumber();
        ReporterPhone phone = running.carrier().phone(number);
        CaseView found = running.reports(responder).openFrom(number, text);
        phone.text("1");
        Await.until(
                "texts allowed",
                SOON,
                () -> Optional.of(responder.look(found.id())).filter(view -> view.texts() == TextsAllowed.ALLOWED));
        return new ReportFromAPhone(found.id(), found.shortId(), number, phone);
    }

    /** On the phone, what the carrier and the line said of themselves too. */
    public List<String> received() {
        return phone.received();
    }
}
