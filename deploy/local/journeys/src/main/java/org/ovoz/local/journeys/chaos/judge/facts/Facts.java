package org.ovoz.local.journeys.chaos.judge.facts;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/**
 * Everything that is judged.
 *
 * @param hmacs of the ledger's MessageSids, under intake's look-up key
 * @param left what did not get through in its time, in words
 */
public record Facts(
        Account account,
        Map<String, String> hmacs,
        Stored stored,
        List<Told> told,
        AtTheDesk desk,
        List<OnPhones> phones,
        List<String> left) {

    public Facts {
        hmacs = Map.copyOf(hmacs);
        told = List.copyOf(told);
        phones = List.copyOf(phones);
        left = List.copyOf(left);
    }

    /** @param hash of a MessageSid, as intake makes it */
    public static Map<String, String> hmacs(Account account, UnaryOperator<String> hash) {
        return account.texts().stream()
                .collect(Collectors.toMap(SentText::message, text -> hash.apply(text.message())));
    }
}
