package org.ovoz.local.carrier.calls;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Twiml;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.ovoz.local.carrier.webhooks.WebhookOutcome;
import org.ovoz.local.carrier.webhooks.Webhooks;
import org.w3c.dom.Element;

/**
 * Follows the application's TwiML through one call: Say, Play, Pause, Gather, Record, Dial with a Conference,
 * Redirect, Hangup, Reject. The end of a document ends the call. A verb that is not supported is in the error log as
 * 12200 and passed over.
 */
final class CallScript {
    private static final double SECONDS_PER_LETTER = 0.06;

    private final Call call;
    private final Tools tools;
    private int run;

    CallScript(Call call, Tools tools) {
        this.call = call;
        this.tools = tools;
    }

    /** Asks the application what to do; whatever was under way before is dropped. */
    void fetch(String url, boolean post, Map<String, String> extra) {
        tools.conferences().leave(call);
        int mine = ++run;
        Map<String, String> form = new HashMap<>(CallProgress.form(call));
        form.putAll(extra);
        tools.webhooks()
                .send(new Webhook(call.parties.account(), call.parties.phone(), url, post, form))
                .onSuccess(outcome -> {
                    if (mine == run && !call.isOver()) {
                        answered(url, outcome);
                    }
                });
    }

    /** Follows this document, given at hand or just fetched. */
    void perform(String document, String base) {
        tools.conferences().leave(call);
        run++;
        Optional<List<Element>> verbs = Twiml.verbs(document);
        if (verbs.isEmpty()) {
            fail(12100, base, "Document parse failure");
            return;
        }
        begin(new ArrayDeque<>(verbs.get()), base);
    }

    void stop() {
        run++;
    }

    private void answered(String url, WebhookOutcome outcome) {
        if (outcome.succeeded() && outcome instanceof WebhookOutcome.Answered answer) {
            perform(answer.body(), url);
        } else {
            tools.progress().heard(call, "note", "An application error has occurred. Goodbye.");
            end();
        }
    }

    /** An incoming call is answered by its first verb, unless that is Reject. */
    private void begin(Deque<Element> verbs, String base) {
        Element first = verbs.peek();
        if (call.is("ringing")) {
            if (first != null && first.getTagName().equals("Reject")) {
                boolean busy = Twiml.attribute(first, "reason", "rejected").equals("busy");
                tools.progress().to(call, busy ? "busy" : "failed");
                return;
            }
            tools.progress().to(call, "in-progress");
        }
        next(verbs, base, this::end);
    }

    /** Follows what is left, then does {@code atEnd}. */
    void next(Deque<Element> verbs, String base, Runnable atEnd) {
        Element verb = verbs.poll();
        if (verb == null) {
            atEnd.run();
            return;
        }
        Runnable rest = () -> next(verbs, base, atEnd);
        switch (verb.getTagName()) {
            case "Say" -> say(verb.getTextContent().strip(), rest);
            case "Play" -> play(verb, base, rest);
            case "Pause" -> after(Twiml.number(verb, "length", 1), rest);
            case "Gather" -> new Gathering(this, tools, call, verb, base).start(rest);
            case "Record" -> new Taking(this, tools, call, verb, base).start(rest);
            case "Dial" -> dial(verb, base, rest);
            case "Redirect" -> fetch(Twiml.resolve(base, verb.getTextContent()), isPost(verb), Map.of());
            case "Hangup" -> end();
            default -> {
                tools.errors().add(12200, base, call.sid, "Verb not supported here: " + verb.getTagName());
                rest.run();
            }
        }
    }

    private void say(String text, Runnable rest) {
        tools.progress().heard(call, "say", text);
        after(text.length() * SECONDS_PER_LETTER, rest);
    }

    private void play(Element verb, String base, Runnable rest) {
        String what = verb.hasAttribute("digits")
                ? "tones " + verb.getAttribute("digits")
                : Twiml.resolve(base, verb.getTextContent());
        tools.progress().heard(call, "play", what);
        after(2, rest);
    }

    private void dial(Element verb, String base, Runnable rest) {
        Optional<Element> conference = Twiml.children(verb).stream()
                .filter(noun -> noun.getTagName().equals("Conference"))
                .findFirst();
        if (conference.isEmpty()) {
            fail(12200, base, "Dial is supported with a Conference only");
            return;
        }
        tools.conferences().join(call, conference.get(), () -> {
            if (verb.hasAttribute("action")) {
                fetch(
                        Twiml.resolve(base, verb.getAttribute("action")),
                        isPost(verb),
                        Map.of("DialCallStatus", "answered"));
            } else {
                rest.run();
            }
        });
    }

    /** Does it after so many seconds of the call, unless the call has ended or gone elsewhere by then. */
    void after(double seconds, Runnable what) {
        int mine = run;
        tools.vertx().setTimer(tools.pace().seconds(seconds), timer -> {
            if (mine == run && !call.isOver()) {
                what.run();
            }
        });
    }

    void end() {
        tools.progress().to(call, "completed");
    }

    private void fail(int code, String url, String why) {
        tools.errors().add(code, url, call.sid, why);
        tools.progress().heard(call, "note", "An application error has occurred. Goodbye.");
        end();
    }

    static boolean isPost(Element verb) {
        return !Twiml.attribute(verb, "method", "POST").equalsIgnoreCase("GET");
    }

    /** What following a document takes. */
    record Tools(
            Vertx vertx,
            Pace pace,
            Webhooks webhooks,
            ErrorLog errors,
            CallProgress progress,
            Rooms rooms,
            java.util.function.Supplier<String> address) {
        /** Where this carrier is reached, for the addresses of recordings. */
        String origin() {
            return address.get();
        }

        Conferences conferences() {
            return rooms.conferences();
        }
    }
}
