package org.ovoz.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.contact.ContactVault;
import org.ovoz.intake.conversation.Draft;
import org.ovoz.intake.conversation.Found;
import org.ovoz.intake.routing.RouteReport;
import org.ovoz.intake.sealing.RecipientKey;
import org.ovoz.intake.sealing.SealItem;
import org.ovoz.intake.sealing.SealedItem;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.teams.Teams;

/** Seals a message, and with the first one the number, to whoever is to read it; nothing here can open the result. */
@Singleton
class SealMessage {

    private final SealItem sealItem;
    private final ContactVault vault;
    private final Teams teams;
    private final RouteReport routeReport;

    SealMessage(SealItem sealItem, ContactVault vault, Teams teams, RouteReport routeReport) {
        this.sealItem = sealItem;
        this.vault = vault;
        this.teams = teams;
        this.routeReport = routeReport;
    }

    Draft first(InboundMessage message, Draft.Head head, Draft.Opening opening, ShredKey key) {
        List<Addressed> addressed = opening.route().addressed();
        List<RecipientKey> recipients =
                keys(addressed.stream().map(Addressed::team).toList());
        List<SealedItem> items = new ArrayList<>();
        SealedItem text = seal(head, ItemKind.MESSAGE, content(message, head.at()), recipients, key);
        items.add(text);
        message.from()
                .map(number -> Json.write(new Contact("contact", vault.seal(head.report(), number))))
                .map(contact -> seal(head, ItemKind.CONTACT, contact, recipients, key))
                .ifPresent(items::add);
        List<ReportEvent> events = new ArrayList<>();
        events.add(received(message, head, opening));
        if (head.texts() != TextsAllowed.UNKNOWN) {
            events.add(new SafeContactChanged(head.report(), head.texts(), head.at()));
        }
        return new Draft(
                head, opening, 0, Draft.Content.of(addressed, items, waiting(message, text, key), 0, events), null);
    }

    private static ReportEvent received(InboundMessage message, Draft.Head head, Draft.Opening opening) {
        if (message.canary() != null) {
            return new CanaryReceived(
                    head.report(),
                    message.canary(),
                    opening.language().language(),
                    opening.route().addressed(),
                    opening.route().rule(),
                    head.at());
        }
        return new ReportReceived(
                head.report(),
                message.channel(),
                opening.language().language(),
                opening.region(),
                false,
                false,
                opening.route().addressed(),
                opening.route().rule(),
                opening.route().interpreter(),
                head.at());
    }

    Draft more(InboundMessage message, Draft.Head head, Found.Thread thread, ShredKey key) {
        List<TeamId> readers = thread.teams();
        List<Addressed> addressed = List.of();
        if (keys(readers).isEmpty()) {
            addressed = routeReport.standIn().addressed();
            readers = addressed.stream().map(Addressed::team).toList();
        }
        SealedItem text = seal(head, ItemKind.MESSAGE, content(message, head.at()), keys(readers), key);
        List<ReportEvent> events = new ArrayList<>();
        if (head.unread()) {
            events.add(new ReporterWrote(head.report(), text.id(), message.channel(), head.at()));
        }
        TextsAllowed after = thread.contact().withPhone(head.texts()).texts();
        if (after != thread.contact().texts()) {
            events.add(new SafeContactChanged(head.report(), after, head.at()));
        }
        return new Draft(
                head,
                null,
                thread.sequence(),
                Draft.Content.of(addressed, List.of(text), waiting(message, text, key), thread.sequence(), events),
                null);
    }

    private List<RecipientKey> keys(List<TeamId> readers) {
        return teams.now().keysOf(readers);
    }

    /** Under the shred key: with the carrier's log it would lead to the number. */
    private static List<Draft.Waiting> waiting(InboundMessage message, SealedItem text, ShredKey key) {
        return message.media().stream()
                .map(source -> new Draft.Waiting(Ids.random(), text.id(), key.wrap(source.json())))
                .toList();
    }

    private SealedItem seal(Draft.Head head, ItemKind kind, String json, List<RecipientKey> recipients, ShredKey key) {
        return sealItem.seal(new SealItem.Envelope(head.report(), kind, head.at()), json, recipients, key);
    }

    private static String content(InboundMessage message, Instant at) {
        return Json.write(new Content(
                "message",
                message.text(),
                message.channel(),
                at,
                message.media().isEmpty() ? null : message.media().size()));
    }

    /** @param attachments how many came with it, each of which becomes an item of its own; absent if none */
    private record Content(
            String kind,
            String text,
            Channel channel,
            Instant at,
            @Nullable Integer attachments) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    private record Contact(String kind, String inner) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
