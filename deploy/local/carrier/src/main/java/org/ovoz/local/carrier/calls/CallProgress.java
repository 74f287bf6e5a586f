package org.ovoz.local.carrier.calls;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ovoz.local.carrier.phones.Changes;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** Moves a call on, and tells the page and, where it asked, the application. */
final class CallProgress {
    private static final Map<String, String> EVENTS =
            Map.of("queued", "initiated", "ringing", "ringing", "in-progress", "answered");

    private final Webhooks webhooks;
    private final Changes changes;
    private final Clock clock;
    private final Consumer<Call> atItsEnd;

    CallProgress(Webhooks webhooks, Changes changes, Clock clock, Consumer<Call> atItsEnd) {
        this.webhooks = webhooks;
        this.changes = changes;
        this.clock = clock;
        this.atItsEnd = atItsEnd;
    }

    void to(Call call, String status) {
        if (call.isOver()) {
            return;
        }
        call.becomes(status, clock.instant());
        tell(call);
        changes.of(call.parties.phone());
        if (call.isOver()) {
            atItsEnd.accept(call);
        }
    }

    /** The phone hears or shows something. */
    void heard(Call call, String kind, String what) {
        call.hears(kind, what, clock.instant());
        changes.of(call.parties.phone());
    }

    void listens(Call call, String what) {
        call.listensFor(what);
        changes.of(call.parties.phone());
    }

    void tell(Call call) {
        String url = call.wishes.statusCallback();
        if (url == null || url.isBlank() || !call.wishes.statusEvents().contains(event(call))) {
            return;
        }
        Map<String, String> form = form(call);
        form.put("Timestamp", String.valueOf(Dates.text(call.updated())));
        form.put("CallbackSource", "call-progress-events");
        form.put("SequenceNumber", Integer.toString(call.nextSequence()));
        if (call.isOver()) {
            form.put("CallDuration", Long.toString(call.seconds()));
            form.put("Duration", Long.toString((call.seconds() + 59) / 60));
        }
        webhooks.sendInTurn(call.sid, Webhook.post(call.parties.account(), call.parties.phone(), url, form));
    }

    /** The fields that every request about a call has. */
    static Map<String, String> form(Call call) {
        Map<String, String> form = new HashMap<>(Map.of(
                "CallSid", call.sid,
                "AccountSid", call.parties.account().sid(),
                "From", call.parties.from(),
                "To", call.parties.to(),
                "Caller", call.parties.from(),
                "Called", call.parties.to(),
                "CallStatus", call.status(),
                "ApiVersion", "2010-04-01",
                "Direction", call.parties.direction()));
        if (call.wishes.detectsMachines() && call.started() != null) {
            form.put("AnsweredBy", "human");
        }
        return form;
    }

    private static String event(Call call) {
        return EVENTS.getOrDefault(call.status(), "completed");
    }
}
