package org.ovoz.intake.channel.sms;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.intake.attachment.MediaSource;
import org.ovoz.transport.carrier.WebhookForm;
import org.ovoz.transport.media.MediaId;

/**
 * What came with a text, as the carrier names it. Of each address only the ids are taken, and only those of this very text in our own
 * account: nothing that stands in a webhook decides which host is asked.
 */
@Singleton
class ReadMedia {

    /** The carrier brings ten at most. */
    private static final int MOST = 10;

    private final String account;

    ReadMedia(@ConfigProperty(name = "ovoz.twilio.account-sid") String account) {
        this.account = account;
    }

    List<MediaSource> read(WebhookForm form, String message) {
        int count = form.value("NumMedia")
                .filter(number -> number.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .orElse(0);
        return IntStream.range(0, Math.min(count, MOST))
                .mapToObj(i -> MediaSource.of(
                        MediaId.of(account, message, form.value("MediaUrl" + i).orElse("")),
                        form.value("MediaContentType" + i).orElse("")))
                .toList();
    }
}
