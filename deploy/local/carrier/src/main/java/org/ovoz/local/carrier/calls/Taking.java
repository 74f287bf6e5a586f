package org.ovoz.local.carrier.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.recordings.Recording;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.webhooks.Twiml;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.w3c.dom.Element;

/** One Record: until a key, the phone hangs up, or {@code maxLength}. The recording is kept when the caller hangs up too. */
final class Taking {
    private final CallScript script;
    private final CallScript.Tools tools;
    private final Call call;
    private final Element verb;
    private final String base;
    private boolean over;

    Taking(CallScript script, CallScript.Tools tools, Call call, Element verb, String base) {
        this.script = script;
        this.tools = tools;
        this.call = call;
        this.verb = verb;
        this.base = base;
    }

    void start(Runnable rest) {
        Instant started = call.updated();
        String keys = Twiml.attribute(verb, "finishOnKey", "1234567890*#");
        long began = System.nanoTime();
        tools.rooms().listen(call, key -> {
            if (key.equals(Rooms.HANG_UP) || keys.contains(key)) {
                finish(key, started, secondsSince(began));
            }
        });
        tools.progress().heard(call, "note", "beep: speak now, a key ends it");
        tools.progress().listens(call, "recording");
        int longest = Twiml.number(verb, "maxLength", 3600);
        script.after(longest, () -> finish("", started, longest));
    }

    private int secondsSince(long began) {
        return (int) Math.max(1, (System.nanoTime() - began) / 1_000_000_000L);
    }

    private void finish(String key, Instant started, int seconds) {
        if (over) {
            return;
        }
        over = true;
        tools.rooms().forget(call);
        tools.progress().listens(call, "");
        Recording recording = new Recording(Sids.next("RE"), call.parties.account(), call.sid, seconds, started);
        tools.rooms().recordings().add(recording);
        tell(recording);
        String url = tools.origin() + recording.path();
        if (!key.equals(Rooms.HANG_UP)) {
            script.fetch(
                    Twiml.resolve(base, Twiml.attribute(verb, "action", base)),
                    CallScript.isPost(verb),
                    Map.of(
                            "RecordingUrl",
                            url,
                            "RecordingSid",
                            recording.sid(),
                            "RecordingDuration",
                            Integer.toString(seconds),
                            "Digits",
                            key));
        }
    }

    private void tell(Recording recording) {
        if (!verb.hasAttribute("recordingStatusCallback")) {
            return;
        }
        Map<String, String> form = new HashMap<>(Map.of(
                "AccountSid", recording.account().sid(),
                "CallSid", recording.callSid(),
                "RecordingSid", recording.sid(),
                "RecordingUrl", tools.origin() + recording.path(),
                "RecordingStatus", "completed",
                "RecordingDuration", Integer.toString(recording.seconds()),
                "RecordingChannels", "1",
                "RecordingSource", "RecordVerb",
                "RecordingStartTime", String.valueOf(Dates.text(recording.started()))));
        tools.webhooks()
                .send(Webhook.post(
                        call.parties.account(),
                        call.parties.phone(),
                        Twiml.resolve(base, verb.getAttribute("recordingStatusCallback")),
                        form));
    }
}
