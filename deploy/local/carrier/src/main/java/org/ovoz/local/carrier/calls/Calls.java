package org.ovoz.local.carrier.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.local.carrier.accounts.Account;

/** All Call resources. Used on the event loop only. */
final class Calls {
    private final Map<String, Call> bySid = new LinkedHashMap<>();

    void add(Call call) {
        bySid.put(call.sid, call);
    }

    void remove(String sid) {
        bySid.remove(sid);
    }

    void clear() {
        bySid.clear();
    }

    Optional<Call> of(Account account, String sid) {
        return Optional.ofNullable(bySid.get(sid))
                .filter(call -> call.parties.account().sid().equals(account.sid()));
    }

    /** Newest first. */
    List<Call> of(Account account, Predicate<Call> wanted) {
        return bySid.values().stream()
                .filter(call -> call.parties.account().sid().equals(account.sid()))
                .filter(wanted)
                .toList()
                .reversed();
    }

    List<Call> at(String phone) {
        return bySid.values().stream()
                .filter(call -> call.parties.phone().equals(phone))
                .toList();
    }

    Optional<Call> at(String phone, String sid) {
        return at(phone).stream().filter(call -> call.sid.equals(sid)).findFirst();
    }

    boolean isBusy(String phone) {
        return at(phone).stream().anyMatch(call -> !call.isOver() && !call.is("queued"));
    }
}
