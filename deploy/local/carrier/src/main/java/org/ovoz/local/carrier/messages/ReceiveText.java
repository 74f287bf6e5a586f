package org.ovoz.local.carrier.messages;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ovoz.local.carrier.accounts.Accounts.RentedLine;
import org.ovoz.local.carrier.media.Enclosure;
import org.ovoz.local.carrier.media.Media;
import org.ovoz.local.carrier.media.Medium;
import org.ovoz.local.carrier.texts.Keyword;
import org.ovoz.local.carrier.texts.OptOuts;
import org.ovoz.local.carrier.texts.Places;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.ovoz.local.carrier.webhooks.WebhookOutcome;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** A text arrives at a customer's line: kept, acted on if it is a keyword, and passed to the application. */
final class ReceiveText {
    private final Messages messages;
    private final Media media;
    private final OptOuts optOuts;
    private final Webhooks webhooks;
    private final MessagingReply reply;
    private final Handset handset;
    private final Surroundings surroundings;

    ReceiveText(
            Messages messages,
            Media media,
            OptOuts optOuts,
            Webhooks webhooks,
            MessagingReply reply,
            Handset handset,
            Surroundings surroundings) {
        this.messages = messages;
        this.media = media;
        this.optOuts = optOuts;
        this.webhooks = webhooks;
        this.reply = reply;
        this.handset = handset;
        this.surroundings = surroundings;
    }

    /** @param address where the carrier's interface is */
    record Surroundings(Clock clock, Supplier<String> address) {}

    void receive(String sid, String from, RentedLine to, String text, List<Enclosure> enclosures) {
        Message message = new Message(
                sid,
                new Message.Envelope(to.account(), from, to.line().number(), text, null),
                "inbound",
                "received",
                surroundings.clock().instant());
        message.media = enclosures.size();
        messages.add(message);
        Keyword.in(text)
                .flatMap(word -> optOuts.apply(word, message.to, from))
                .ifPresent(answer -> handset.hears(message.to, from, answer));
        tell(message, to, media.keep(to.account(), sid, from, enclosures));
    }

    private void tell(Message message, RentedLine to, List<Medium> enclosed) {
        String url = to.line().smsUrl();
        if (url == null || url.isBlank()) {
            return;
        }
        Map<String, String> form = form(message);
        for (int i = 0; i < enclosed.size(); i++) {
            form.put(
                    "MediaUrl" + i,
                    surroundings.address().get() + enclosed.get(i).uri());
            form.put("MediaContentType" + i, enclosed.get(i).content().type());
        }
        webhooks.send(Webhook.post(to.account(), message.from, url, form))
                .onSuccess(outcome -> answered(message, to, url, form, outcome));
    }

    private void answered(
            Message message, RentedLine to, String url, Map<String, String> form, WebhookOutcome outcome) {
        String fallback = to.line().smsFallbackUrl();
        Optional<Integer> error = outcome.succeeded()
                ? reply.follow(message, url, form, outcome)
                : Optional.of(MessagingReply.RETRIEVAL_FAILURE);
        if (error.isEmpty()) {
            handset.learns(message, true);
        } else if (fallback == null || fallback.isBlank()) {
            handset.learns(message, outcome.succeeded());
        } else {
            Map<String, String> again = new HashMap<>(form);
            again.put("ErrorCode", error.get().toString());
            again.put("ErrorUrl", url);
            fallback(message, to, fallback, again);
        }
    }

    private void fallback(Message message, RentedLine to, String url, Map<String, String> form) {
        webhooks.send(Webhook.post(to.account(), message.from, url, form)).onSuccess(outcome -> {
            if (outcome.succeeded()) {
                reply.follow(message, url, form, outcome);
            }
            handset.learns(message, outcome.succeeded());
        });
    }

    /**
     * No {@code OptOutType}: it comes only to numbers of a Messaging Service with Advanced Opt-Out, and these lines stand
     * alone.
     */
    private static Map<String, String> form(Message message) {
        Map<String, String> form = new HashMap<>();
        form.put("MessageSid", message.sid);
        form.put("SmsSid", message.sid);
        form.put("SmsMessageSid", message.sid);
        form.put("AccountSid", message.account.sid());
        form.put("From", message.from);
        form.put("To", message.to);
        form.put("Body", message.body());
        form.put("NumMedia", Integer.toString(message.media));
        form.put("NumSegments", Integer.toString(message.segments.count()));
        form.put("SmsStatus", "received");
        form.put("ApiVersion", "2010-04-01");
        form.putAll(Places.of("From", message.from));
        form.putAll(Places.of("To", message.to));
        return form;
    }

    /** The phone that the text came from. */
    interface Handset {
        /** The carrier's own answer, which no customer sends and nobody is told of. */
        void hears(String line, String phone, String text);

        /** Whether the application, or the fallback, took the text. */
        void learns(Message message, boolean taken);
    }
}
