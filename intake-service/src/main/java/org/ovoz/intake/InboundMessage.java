package org.ovoz.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.CanaryId;
import org.ovoz.contracts.Channel;
import org.ovoz.intake.attachment.MediaSource;
import org.ovoz.intake.contact.PhoneNumber;

/**
 * What came in, from whichever channel.
 *
 * @param id the sender's own id for it ({@code MessageSid}): the same one again makes no second message
 * @param from the number, if there is one
 * @param text as it was written; may be empty, and is a message all the same
 * @param media what came with it and is still at the carrier
 * @param answerable whether it came to a number of the line, so that an answer may go out from there
 * @param canary what it is if it is no report but a test of the desk's
 */
public record InboundMessage(
        Channel channel,
        String id,
        Optional<PhoneNumber> from,
        String text,
        List<MediaSource> media,
        boolean answerable,
        @Nullable CanaryId canary) {

    public InboundMessage {
        media = List.copyOf(media);
    }

    @Override
    public String toString() {
        return "InboundMessage[REDACTED]";
    }
}
