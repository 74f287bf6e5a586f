package org.ovoz.local.journeys;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.local.journeys.desk.CaseView;
import org.ovoz.local.journeys.desk.KeycloakLogin;
import org.ovoz.local.journeys.desk.LiveQueue;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.phones.Mailbox;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.phones.ReporterPhone;
import org.ovoz.local.journeys.phones.StaffPhone;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.OpenedReport;
import org.ovoz.local.journeys.sealed.ReplySealer;
import org.ovoz.local.journeys.sealed.ReportOpener;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** One report's way: a text in Uzbek, an alert, a claim, the content opened with a key that no server has, an answer, the end. */
public final class Journey {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Stack stack;
    private final Clock clock;
    private final Steps steps;
    private final Web web = new Web();

    public Journey(Stack stack, Clock clock, PrintStream out) {
        this.stack = stack;
        this.clock = clock;
        this.steps = new Steps(out);
    }

    /** What was played, for whoever looks for traces of it. */
    public record Played(ReportId report, String reporter, String text, String answer, Duration took) {
        @Override
        public String toString() {
            return "Played[" + report + "]";
        }
    }

    /** @throws StepFailed when a step does not get through */
    public Played play() {
        Script script = Script.next(stack);
        Person aziza = stack.person("aziza");
        String shortId = textAndAlert(script, aziza);
        ResponderSession session = steps.step("aziza logs in through Keycloak's form", () -> login(aziza));
        script.earlier().ifPresent(earlier -> readAgain(earlier, aziza, session));
        try (LiveQueue live = steps.step("and has her queue open, live", session::watch)) {
            CaseView found = steps.step("it shows the case " + shortId, () -> inQueue(session, shortId));
            allowTexts(script, live, found);
            OpenedReport opened = claimAndOpen(script, aziza, session, found);
            answer(script, aziza, session, live, opened);
            close(aziza, session, live, found);
            script.remember(stack, found.id());
            return new Played(found.id(), script.reporter(), script.text(), script.answer(), steps.total());
        }
    }

    private String textAndAlert(Script script, Person responder) {
        new Phone(web, stack.carrier(), script.reporter()).label("Demo");
        ReporterPhone reporter = new ReporterPhone(web, stack, script.reporter());
        StaffPhone staff = new StaffPhone(web, stack, responder.number());
        Mailbox mailbox = new Mailbox(web, stack.mailbox(), responder.email());
        steps.step("a reporter's phone texts the hotline in Uzbek", () -> reporter.text(script.text()));
        String shortId = steps.step(
                "the on-call responder's phone gets an alert that gives nobody away", () -> staff.awaitAlert(SOON));
        steps.step(
                "and a mail that says no more",
                () -> mailbox.awaitMail("a mail about " + shortId, SOON, mail -> mail.isAlertOf(shortId)));
        steps.step("the reporter's phone gets the one neutral answer", () -> reporter.awaitNeutralAnswer(SOON));
        return shortId;
    }

    private ResponderSession login(Person person) {
        KeycloakLogin keycloak = new KeycloakLogin(web, stack.realm(), stack.console());
        return new ResponderSession(web, stack.desk(), keycloak.login(person));
    }

    private void readAgain(DemoRecord earlier, Person responder, ResponderSession session) {
        steps.step("the report of an earlier run is still there and still readable", () -> {
            CaseView closed = session.look(earlier.report());
            List<String> texts = open(responder, session, closed).bodies(ItemKind.MESSAGE);
            expect(earlier.isOf(texts), "the text that was sent then, in report " + earlier.report());
        });
    }

    private static CaseView inQueue(ResponderSession session, String shortId) {
        CaseView found = session.queue("open").stream()
                .filter(view -> view.shortId().equals(shortId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected case " + shortId + " in the queue"));
        expect(found.state().equals("waiting"), "case " + shortId + " to be waiting, it is " + found.state());
        expect("uz-Latn".equals(found.language()), "case " + shortId + " to be in uz-Latn, it is " + found.language());
        return found;
    }

    private void allowTexts(Script script, LiveQueue live, CaseView found) {
        ReporterPhone reporter = new ReporterPhone(web, stack, script.reporter());
        steps.step("the reporter answers 1, the live queue shows that texts are allowed", () -> {
            reporter.text("1");
            live.await(
                    "texts allowed for " + found.shortId(),
                    SOON,
                    view -> view.is(found.id()) && view.texts() == TextsAllowed.ALLOWED);
        });
    }

    private OpenedReport claimAndOpen(Script script, Person responder, ResponderSession session, CaseView found) {
        steps.step("she claims it", () -> session.claim(found.id()));
        return steps.step("fetches by signed order, checks every signature, opens what was sent", () -> {
            OpenedReport opened = open(responder, session, found);
            expect(
                    opened.bodies(ItemKind.MESSAGE).contains(script.text()),
                    "the text that was sent, in report " + found.id());
            expect(opened.texts() == TextsAllowed.ALLOWED, "intake to allow texts too");
            return opened;
        });
    }

    private void answer(
            Script script, Person responder, ResponderSession session, LiveQueue live, OpenedReport opened) {
        ReporterPhone reporter = new ReporterPhone(web, stack, script.reporter());
        Keyring keys = keys(responder, session.look(opened.id()));
        steps.step("seals an answer in Uzbek and orders it out", () -> {
            Outcome outcome =
                    session.outcome(keys.reply(opened.id(), new ReplySealer(clock).seal(opened, script.answer())));
            expect(outcome == Outcome.ACCEPTED, "the reply to be accepted, it is " + outcome);
        });
        steps.step("the reporter's phone shows the answer", () -> reporter.awaitText(script.answer(), SOON));
        steps.step(
                "its fate arrives in the case: delivered",
                () -> live.await(
                        "a delivered reply for " + opened.id(),
                        SOON,
                        view -> view.is(opened.id()) && view.replies().delivered() == 1));
    }

    private void close(Person responder, ResponderSession session, LiveQueue live, CaseView found) {
        steps.step("she closes the report", () -> {
            Outcome outcome = session.outcome(keys(responder, found).close(found.id()));
            expect(outcome == Outcome.CLOSED, "the report to be closed, it is " + outcome);
            live.await(
                    "case " + found.shortId() + " closed",
                    SOON,
                    view -> view.is(found.id()) && view.state().equals("closed"));
        });
    }

    private OpenedReport open(Person responder, ResponderSession session, CaseView view) {
        Keyring keys = keys(responder, view);
        return ReportOpener.open(session.fetch(keys.fetch(view.id())), view.id(), keys);
    }

    private Keyring keys(Person responder, CaseView view) {
        return Keyring.of(responder.keyFile(), view.teams(), clock);
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
