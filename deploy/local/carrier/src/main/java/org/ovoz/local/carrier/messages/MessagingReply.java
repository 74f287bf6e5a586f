package org.ovoz.local.carrier.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Twiml;
import org.ovoz.local.carrier.webhooks.Webhook;
import org.ovoz.local.carrier.webhooks.WebhookOutcome;
import org.ovoz.local.carrier.webhooks.Webhooks;
import org.w3c.dom.Element;

/** Does what the application's TwiML says: Message and Redirect. */
final class MessagingReply {
    static final int RETRIEVAL_FAILURE = 11200;
    private static final int MOST_REDIRECTS = 5;

    private final Webhooks webhooks;
    private final ErrorLog errors;
    private final Sender sender;

    MessagingReply(Webhooks webhooks, ErrorLog errors, Sender sender) {
        this.webhooks = webhooks;
        this.errors = errors;
        this.sender = sender;
    }

    /** Returns the code of the error if the document could not be followed; it is in the log then. */
    Optional<Integer> follow(Message message, String url, Map<String, String> form, WebhookOutcome outcome) {
        return follow(message, url, form, outcome, MOST_REDIRECTS);
    }

    private Optional<Integer> follow(
            Message message, String url, Map<String, String> form, WebhookOutcome outcome, int redirectsLeft) {
        if (!(outcome instanceof WebhookOutcome.Answered answered)
                || answered.body().isBlank()) {
            return Optional.empty();
        }
        if (!List.of("text/xml", "application/xml", "text/html").contains(answered.contentType())) {
            return fails(12300, url, message, "Invalid Content-Type: " + answered.contentType());
        }
        Optional<List<Element>> verbs = Twiml.verbs(answered.body());
        if (verbs.isEmpty()) {
            return fails(12100, url, message, "Document parse failure");
        }
        for (Element verb : verbs.get()) {
            switch (verb.getTagName()) {
                case "Message", "Sms" -> say(message, verb);
                case "Redirect" -> {
                    return redirect(message, Twiml.resolve(url, verb.getTextContent()), form, redirectsLeft);
                }
                default -> errors.add(12200, url, message.sid, "Verb not supported here: " + verb.getTagName());
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> redirect(Message message, String url, Map<String, String> form, int redirectsLeft) {
        if (redirectsLeft == 0) {
            return fails(RETRIEVAL_FAILURE, url, message, "Too many redirects");
        }
        webhooks.send(Webhook.post(message.account, message.from, url, form)).onSuccess(outcome -> {
            if (outcome.succeeded()) {
                follow(message, url, form, outcome, redirectsLeft - 1);
            }
        });
        return Optional.empty();
    }

    private Optional<Integer> fails(int code, String url, Message message, String why) {
        errors.add(code, url, message.sid, why);
        return Optional.of(code);
    }

    private void say(Message message, Element verb) {
        String body = Twiml.children(verb).stream()
                .filter(child -> child.getTagName().equals("Body"))
                .map(Element::getTextContent)
                .findFirst()
                .orElseGet(verb::getTextContent);
        SendOutcome outcome = sender.send(new SendMessage.Request(
                message.account,
                Twiml.attribute(verb, "to", message.from),
                Twiml.attribute(verb, "from", message.to),
                body.strip(),
                verb.hasAttribute("action") ? verb.getAttribute("action") : null,
                "outbound-reply"));
        if (outcome instanceof SendOutcome.Refused refused) {
            errors.add(refused.error().code(), "", message.sid, refused.error().message());
        }
    }

    /** How a reply leaves. */
    interface Sender {
        SendOutcome send(SendMessage.Request request);
    }
}
