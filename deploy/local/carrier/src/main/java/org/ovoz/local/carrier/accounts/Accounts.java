package org.ovoz.local.carrier.accounts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who rents which number. Used on the event loop only. */
public final class Accounts {
    private final Map<String, Account> bySid = new LinkedHashMap<>();
    private final Map<String, RentedLine> byNumber = new LinkedHashMap<>();

    public Accounts(List<Account> accounts) {
        for (Account account : accounts) {
            bySid.put(account.sid(), account);
            account.lines().forEach(line -> byNumber.put(line.number(), new RentedLine(account, line)));
        }
    }

    public Optional<Account> account(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    public Optional<RentedLine> line(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public Optional<RentedLine> lineOf(Account account, String number) {
        return line(number).filter(rented -> rented.account().sid().equals(account.sid()));
    }

    public Collection<RentedLine> lines() {
        return byNumber.values();
    }

    /** Gives a number that is already rented other webhooks; false when nobody rents it. */
    public boolean reconfigure(Line line) {
        return byNumber.computeIfPresent(line.number(), (number, old) -> new RentedLine(old.account(), line)) != null;
    }

    /** A number with the account that rents it. */
    public record RentedLine(Account account, Line line) {}
}
