package org.ovoz.local.carrier.media;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Sids;

/** The last 200 Media resources. Used on the event loop only. */
public final class Media {
    private static final int MOST = 200;

    private final SequencedMap<String, Medium> bySid = new LinkedHashMap<>();
    private final Clock clock;

    public Media(Clock clock) {
        this.clock = clock;
    }

    public List<Medium> keep(Account account, String message, String phone, List<Enclosure> enclosures) {
        List<Medium> kept = enclosures.stream()
                .map(enclosure -> new Medium(
                        Sids.next("ME"), account.sid(), message, phone, enclosure, clock.instant(), Sids.next("")))
                .toList();
        kept.forEach(medium -> bySid.put(medium.sid(), medium));
        while (bySid.size() > MOST) {
            bySid.pollFirstEntry();
        }
        return kept;
    }

    /** Newest first. */
    List<Medium> of(Account account, String message) {
        return bySid.values().stream()
                .filter(medium -> medium.account().equals(account.sid())
                        && medium.message().equals(message))
                .toList()
                .reversed();
    }

    Optional<Medium> of(Account account, String message, String sid) {
        return of(account, message).stream()
                .filter(medium -> medium.sid().equals(sid))
                .findFirst();
    }

    Optional<Medium> byToken(String token) {
        return bySid.values().stream()
                .filter(medium -> medium.token().equals(token))
                .findFirst();
    }

    void remove(String sid) {
        bySid.remove(sid);
    }

    /** Of a message whose account nobody has to know. */
    public List<Medium> ofMessage(String message) {
        return bySid.values().stream()
                .filter(medium -> medium.message().equals(message))
                .toList();
    }

    public void clear() {
        bySid.clear();
    }
}
