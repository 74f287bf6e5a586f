package org.ovoz.local.carrier.calls;

import java.util.ArrayDeque;
import java.util.Map;
import org.ovoz.local.carrier.webhooks.Twiml;
import org.w3c.dom.Element;

/** One Gather: prompts, then waits for keys. Speech is not understood here; {@code input} is taken as dtmf. */
final class Gathering {
    private final CallScript script;
    private final CallScript.Tools tools;
    private final Call call;
    private final Element verb;
    private final String base;
    private final StringBuilder digits = new StringBuilder();
    private int waits;
    private boolean over;

    Gathering(CallScript script, CallScript.Tools tools, Call call, Element verb, String base) {
        this.script = script;
        this.tools = tools;
        this.call = call;
        this.verb = verb;
        this.base = base;
    }

    void start(Runnable rest) {
        tools.rooms().listen(call, digit -> pressed(digit, rest));
        tools.progress().listens(call, "digits");
        script.next(new ArrayDeque<>(Twiml.children(verb)), base, () -> waitForKeys(rest));
    }

    private void pressed(String digit, Runnable rest) {
        if (over || digit.equals(Rooms.HANG_UP)) {
            return;
        }
        if (digit.equals(Twiml.attribute(verb, "finishOnKey", "#"))) {
            finish(digit, rest);
            return;
        }
        digits.append(digit);
        int wanted = Twiml.number(verb, "numDigits", 0);
        if (wanted > 0 && digits.length() >= wanted) {
            finish("", rest);
        } else {
            waitForKeys(rest);
        }
    }

    private void waitForKeys(Runnable rest) {
        int mine = ++waits;
        script.after(Twiml.number(verb, "timeout", 5), () -> {
            if (mine == waits && !over) {
                finish("", rest);
            }
        });
    }

    private void finish(String key, Runnable rest) {
        over = true;
        tools.rooms().forget(call);
        tools.progress().listens(call, "");
        boolean even = Boolean.parseBoolean(Twiml.attribute(verb, "actionOnEmptyResult", "false"));
        if (digits.isEmpty() && !even) {
            rest.run();
        } else {
            script.fetch(
                    Twiml.resolve(base, Twiml.attribute(verb, "action", base)),
                    CallScript.isPost(verb),
                    Map.of("Digits", digits.toString(), "FinishedOnKey", key, "msg", "Gather End"));
        }
    }
}
