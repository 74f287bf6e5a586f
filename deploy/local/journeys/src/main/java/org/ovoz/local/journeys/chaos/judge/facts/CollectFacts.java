package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.running.Doors;
import org.ovoz.local.journeys.stack.LookupKey;

/** Reads everything that is to be judged. */
public record CollectFacts(Doors doors, Connection intake, Connection shred, Connection desk) {

    /** @param left what is not through, in words */
    public Facts about(Account account, List<String> left) {
        Instant began = account.began().at();
        Map<String, String> hmacs =
                Facts.hmacs(account, LookupKey.in(doors.stack().lookupKey())::hash);
        OpenItems open = OpenItems.since(began, intake, shred, doors.stack().teamKeys());
        Stored stored = ReadIntake.since(began, intake, open);
        ReadPhones phones = new ReadPhones(doors.web(), doors.stack());
        List<OnPhones> onPhones = new ArrayList<>(phones.answers(account, hmacs, stored));
        onPhones.addAll(phones.alerts(desk));
        return new Facts(account, hmacs, stored, ReadTopic.of(doors.bus()), ReadDesk.of(desk), onPhones, left);
    }
}
