package org.ovoz.local.carrier.calls;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ovoz.local.carrier.recordings.Recordings;

/** What calls share: conferences, recordings, and who listens to which keypad. */
record Rooms(Conferences conferences, Recordings recordings, Map<String, Consumer<String>> keypads) {
    /** What a listener hears in place of a key when the call ends. */
    static final String HANG_UP = "hangup";

    static Rooms with(Recordings recordings) {
        return new Rooms(new Conferences(), recordings, new HashMap<>());
    }

    void listen(Call call, Consumer<String> toDigit) {
        keypads.put(call.sid, toDigit);
    }

    void forget(Call call) {
        keypads.remove(call.sid);
    }
}
