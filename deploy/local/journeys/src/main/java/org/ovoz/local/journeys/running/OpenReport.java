package org.ovoz.local.journeys.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReportOpener;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Await;

/** A report that allows texts, held by a responder of one of its teams. */
public final class OpenReport {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningStack running;
    private final Person responder;
    private final ResponderSession session;
    private final CaseView found;
    private final String number;

    private OpenReport(
            RunningStack running, Person responder, ResponderSession session, CaseView found, String number) {
        this.running = running;
        this.responder = responder;
        this.session = session;
        this.found = found;
        this.number = number;
    }

    /** @param session of that responder */
    public static OpenReport in(RunningStack running, Person responder, ResponderSession session, String text) {
        String number = running.carrier().freshNumber();
        CaseView found = running.reports(session).openFrom(number, text);
        running.carrier().phone(number).text("1");
        CaseView allowed = Await.until(
                "texts allowed",
                SOON,
                () -> Optional.of(session.look(found.id())).filter(view -> view.texts() == TextsAllowed.ALLOWED));
        session.claim(found.id());
        return new OpenReport(running, responder, session, allowed, number);
    }

    public ReportId id() {
        return found.id();
    }

    public String number() {
        return number;
    }

    public ResponderSession session() {
        return session;
    }

    public Keyring keys() {
        return keys(Duration.ZERO);
    }

    /** The team's keys in a browser whose order stays on its way for so long. */
    public Keyring keys(Duration onItsWay) {
        Clock past = Clock.fixed(Instant.now().minus(onItsWay), ZoneOffset.UTC);
        return Keyring.of(responder.keyFile(), found.teams(), past);
    }

    /** As the responder's browser opens it, past the desk. */
    public OpenedReport open() {
        Keyring keys = keys();
        var fetch = keys.fetch(id());
        FetchResult fetched =
                running.orders().send(fetch.jws(), fetch.body()).expect(200).as(FetchResult.class);
        return ReportOpener.open(fetched, id(), keys);
    }
}
