package org.ovoz.local.journeys.running;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.web.Await;

/** Opens reports as reporters do, and finds them in a responder's queue. */
public final class Reports {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Carrier carrier;
    private final ResponderSession responder;

    Reports(Carrier carrier, ResponderSession responder) {
        this.carrier = carrier;
        this.responder = responder;
    }

    /** A text from a phone that never wrote before. */
    public CaseView open(String text) {
        return openFrom(carrier.freshNumber(), text);
    }

    public CaseView openFrom(String number, String text) {
        Set<ReportId> before =
                responder.queue("open").stream().map(CaseView::id).collect(Collectors.toSet());
        carrier.phone(number).text(text);
        return Await.until(
                "a new case in the queue",
                SOON,
                () -> responder.queue("open").stream()
                        .filter(view -> !before.contains(view.id()))
                        .findFirst());
    }
}
