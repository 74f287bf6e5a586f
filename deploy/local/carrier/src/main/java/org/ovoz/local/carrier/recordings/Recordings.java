package org.ovoz.local.carrier.recordings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.local.carrier.accounts.Account;

/** All recordings. Used on the event loop only. */
public final class Recordings {
    private final Map<String, Recording> bySid = new LinkedHashMap<>();

    public void add(Recording recording) {
        bySid.put(recording.sid(), recording);
    }

    public void clear() {
        bySid.clear();
    }

    Optional<Recording> of(Account account, String sid) {
        return Optional.ofNullable(bySid.get(sid))
                .filter(recording -> recording.account().sid().equals(account.sid()));
    }

    List<Recording> of(Account account, Predicate<Recording> wanted) {
        return bySid.values().stream()
                .filter(recording -> recording.account().sid().equals(account.sid()))
                .filter(wanted)
                .toList()
                .reversed();
    }

    void remove(String sid) {
        bySid.remove(sid);
    }
}
