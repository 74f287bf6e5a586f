package org.ovoz.local.mailbox;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes plain text of a mail. One that cannot be read is shown raw. */
final class MailReader {
    private MailReader() {}

    static Mail read(int number, MimeMessage message, Instant received) {
        try {
            String subject = message.getSubject();
            return new Mail(
                    number,
                    addresses(message.getFrom()),
                    addresses(message.getAllRecipients()),
                    subject == null ? "" : subject,
                    text(message).strip(),
                    received);
        } catch (MessagingException | IOException unreadable) {
            return new Mail(number, "", "", "(unreadable)", GreenMailUtil.getWholeMessage(message), received);
        }
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    /** The first plain text part; of a mail without one, whatever text it has. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                String text = text(several.getBodyPart(i));
                if (!text.isBlank()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/*") && part.getContent() instanceof String text ? text : "";
    }
}
