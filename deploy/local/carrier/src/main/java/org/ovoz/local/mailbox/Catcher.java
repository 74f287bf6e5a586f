package org.ovoz.local.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The SMTP server: takes every mail for anybody, once for each recipient, and delivers none. Any thread may ask. */
final class Catcher {
    private final GreenMail server;
    private final Set<StoredMessage> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Mail> mails = new ArrayList<>();

    Catcher(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        server = new GreenMail(setup);
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    synchronized void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mails could not be removed", e);
        }
        seen.clear();
        mails.clear();
    }

    /** In the order in which they came; each is read once. */
    synchronized List<Mail> mails() {
        server.getManagers().getImapHostManager().getAllMessages().stream()
                .filter(message -> !seen.contains(message))
                .sorted(Comparator.comparing(StoredMessage::getReceivedDate))
                .forEach(this::keep);
        return List.copyOf(mails);
    }

    private void keep(StoredMessage message) {
        seen.add(message);
        mails.add(MailReader.read(
                mails.size() + 1,
                message.getMimeMessage(),
                message.getReceivedDate().toInstant()));
    }
}
