package org.ovoz.local.journeys.phones;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** Somebody's mailbox, by the page that shows the local stack's mails. */
public final class Mailbox {
    private final Web web;
    private final URI page;
    private final String address;

    public Mailbox(Web web, URI page, String address) {
        this.web = web;
        this.page = page;
        this.address = address;
    }

    public List<Mail> received() {
        JsonNode mails = web.get(URI.create(page + "/mails.json")).expect(200).as(JsonNode.class);
        return StreamSupport.stream(mails.path("mails").spliterator(), false)
                .filter(mail -> mail.path("to").toString().contains(address))
                .map(mail -> new Mail(
                        mail.path("subject").asText(), mail.path("text").asText()))
                .toList();
    }

    public Mail awaitMail(String expected, Duration within, Predicate<Mail> like) {
        return Await.until(
                expected, within, () -> received().stream().filter(like).findFirst());
    }

    /** A mail as its reader sees it. */
    public record Mail(String subject, String body) {
        /** Short id and priority in the subject and nothing but that in the body. */
        public boolean isAlertOf(String shortId) {
            String alert = shortId + "-\\d";
            return subject.matches(alert) && body.strip().matches(alert);
        }

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
