package org.ovoz.local.carrier.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.ovoz.local.carrier.accounts.Account;

/** The last 50,000 Message resources. Used on the event loop only. */
public final class Messages {
    private static final int MOST = 50_000;

    private final SequencedMap<String, Message> bySid = new LinkedHashMap<>();

    void add(Message message) {
        bySid.put(message.sid, message);
        if (bySid.size() > MOST) {
            bySid.pollFirstEntry();
        }
    }

    Optional<Message> of(Account account, String sid) {
        return Optional.ofNullable(bySid.get(sid))
                .filter(message -> message.account.sid().equals(account.sid()));
    }

    /** Newest first. */
    List<Message> of(Account account, Predicate<Message> wanted) {
        return bySid.values().stream()
                .filter(message -> message.account.sid().equals(account.sid()))
                .filter(wanted)
                .toList()
                .reversed();
    }

    boolean has(Message message) {
        return bySid.containsKey(message.sid);
    }

    void remove(String sid) {
        bySid.remove(sid);
    }

    public void clear() {
        bySid.clear();
    }
}
