package org.ovoz.local.carrier;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.phones.Phone;

/**
 * What the stand-in starts with.
 *
 * @param port on the loopback; 0 takes a free one
 * @param journal where the phones' history is kept between runs; null keeps it in memory only
 */
public record CarrierSettings(
        int port,
        List<Account> accounts,
        List<Phone> phones,
        Pace pace,
        @Nullable Path journal,
        Clock clock) {

    public CarrierSettings {
        accounts = List.copyOf(accounts);
        phones = List.copyOf(phones);
    }

    /** For tests: a free port, no file, no waiting. */
    public static CarrierSettings forTests(List<Account> accounts, List<Phone> phones) {
        return new CarrierSettings(0, accounts, phones, Pace.fast(), null, Clock.systemUTC());
    }

    public CarrierSettings withPace(Pace other) {
        return new CarrierSettings(port, accounts, phones, other, journal, clock);
    }

    public CarrierSettings withClock(Clock other) {
        return new CarrierSettings(port, accounts, phones, pace, journal, other);
    }

    public CarrierSettings withJournal(Path file) {
        return new CarrierSettings(port, accounts, phones, pace, file, clock);
    }
}
