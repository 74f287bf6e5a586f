package org.ovoz.local.journeys.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.local.journeys.chaos.judge.facts.AtTheDesk;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.judge.facts.OnPhones;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;
import org.ovoz.local.journeys.chaos.judge.facts.Told;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/** What is collected after a run in which nothing went wrong; a test then plants a wrong. */
final class AFacts {
    static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    final List<SentText> texts = new ArrayList<>();
    final List<Stored.TextRow> rows = new ArrayList<>();
    final List<Stored.ItemRow> items = new ArrayList<>();
    final List<Stored.ReportRow> reports = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<AtTheDesk.CaseRow> cases = new ArrayList<>();
    final List<AtTheDesk.AppliedRow> applied = new ArrayList<>();
    final List<OnPhones> phones = new ArrayList<>();
    final List<String> left = new ArrayList<>();

    /** Two senders, each with a report of two texts; a third one was refused and left no trace, as was one of unknown fate. */
    static AFacts ofACleanRun() {
        AFacts facts = new AFacts();
        for (String sender : List.of("+12025552000", "+12025552001")) {
            UUID report = UUID.randomUUID();
            facts.taken(sender, report, 0);
            facts.taken(sender, report, 1);
            facts.phones.add(new OnPhones(sender, "answers", 1, 1));
        }
        facts.texts.add(text("SM-refused", "+12025552002", 0, Outcome.REFUSED));
        facts.texts.add(text("SM-unknown", "+12025552003", 0, Outcome.UNKNOWN));
        return facts;
    }

    private void taken(String sender, UUID report, int place) {
        String message = "SM-" + sender + "-" + place;
        texts.add(text(message, sender, place, Outcome.OK));
        stored(message, report, place);
    }

    void stored(String message, UUID report, int place) {
        Instant at = BEGAN.plusSeconds(rows.size() + 1);
        UUID item = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        rows.add(new Stored.TextRow("hmac of " + message, report, at));
        items.add(new Stored.ItemRow(item, report, at, Optional.of("hash of " + message)));
        if (place == 0) {
            reports.add(new Stored.ReportRow(report, at));
            cases.add(new AtTheDesk.CaseRow(report, at));
            told.add(new Told(event, report, 1, EventTypes.nameOf(ReportReceived.class), Optional.empty(), at));
        } else {
            told.add(new Told(event, report, place + 1, EventTypes.nameOf(ReporterWrote.class), Optional.of(item), at));
        }
        applied.add(new AtTheDesk.AppliedRow(event, report, place + 1, at));
    }

    static SentText text(String message, String sender, int place, Outcome outcome) {
        Instant at = BEGAN.plusSeconds(place);
        return new SentText(
                new Entry.Sending(message, sender, place, "hash of " + message, at, at),
                Optional.of(new Entry.Settled(message, outcome, at, at, 1)));
    }

    static <T> void removeFirst(List<T> from, Predicate<T> like) {
        from.remove(from.stream().filter(like).findFirst().orElseThrow());
    }

    Verdict judged() {
        Account account = new Account(new Entry.Began(0, BEGAN), texts, List.of());
        Map<String, String> hmacs = Facts.hmacs(account, message -> "hmac of " + message);
        return Verdict.of(new Facts(
                account, hmacs, new Stored(rows, items, reports), told, new AtTheDesk(cases, applied), phones, left));
    }
}
