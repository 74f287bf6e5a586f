package org.ovoz.local.carrier.webhooks;

import java.util.Map;
import org.ovoz.local.carrier.accounts.Account;

/**
 * A request that the carrier makes to a customer's application.
 *
 * @param about the phone that it is about: faults may be asked for one phone
 * @param url with connection overrides in its fragment, if any
 * @param post false asks by GET, with the form in the query
 */
public record Webhook(Account account, String about, String url, boolean post, Map<String, String> form) {

    public Webhook {
        form = Map.copyOf(form);
    }

    public static Webhook post(Account account, String about, String url, Map<String, String> form) {
        return new Webhook(account, about, url, true, form);
    }
}
