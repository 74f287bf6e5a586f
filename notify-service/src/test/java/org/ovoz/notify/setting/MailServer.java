package org.ovoz.notify.setting;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Takes mail for whoever it is addressed to. */
public final class MailServer {

    private GreenMail mail = at(0);
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    private static GreenMail at(int port) {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** From now on no connection comes about. What was received is forgotten. */
    public void goesDown() {
        int port = port();
        mail.stop();
        mail = at(port);
    }

    public void comesBack() {
        if (!mail.isRunning()) {
            start();
        }
    }

    void start() {
        mail.start();
        mail.getUserManager().setMessageDeliveryHandler((message, to) -> deliver(to.getEmail()));
    }

    public int port() {
        return mail.getSmtp().getPort();
    }

    /** From now on the connection breaks before anybody knows what became of such a mail. */
    public void losesAnswersTo(String address) {
        lost.add(address);
    }

    public List<MimeMessage> receivedAt(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** What a mail says: subject and body, once when both are the same. */
    public static String read(MimeMessage message) {
        try {
            String subject = message.getSubject();
            String body = GreenMailUtil.getBody(message).strip();
            return subject.equals(body) ? subject : subject + " / " + body;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private GreenMailUser deliver(String address) throws UserException {
        if (lost.contains(address)) {
            throw new IllegalStateException("lost");
        }
        UserManager users = mail.getUserManager();
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Stream.of(message.getAllRecipients()).map(Address::toString).anyMatch(address::equals);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        mail.stop();
    }
}
