package org.ovoz.local.carrier.messages;

import java.util.HashMap;
import java.util.Map;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** Tells the application that asked what became of its message: one status after the other, unless a fault mixes them. */
final class StatusCallbacks {
    private final Webhooks webhooks;

    StatusCallbacks(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void tell(Message message) {
        String url = message.statusCallback;
        if (url != null && !url.isBlank()) {
            webhooks.sendInTurn(message.sid, Webhook.post(message.account, message.to, url, form(message)));
        }
    }

    private static Map<String, String> form(Message message) {
        Map<String, String> form = new HashMap<>();
        form.put("MessageSid", message.sid);
        form.put("SmsSid", message.sid);
        form.put("AccountSid", message.account.sid());
        form.put("From", message.from);
        form.put("To", message.to);
        form.put("MessageStatus", message.status());
        form.put("SmsStatus", message.status());
        form.put("ApiVersion", "2010-04-01");
        Integer code = message.errorCode();
        if (code != null) {
            form.put("ErrorCode", code.toString());
        }
        return form;
    }
}
