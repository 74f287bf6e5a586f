package org.ovoz.local.mailbox;

/** Starts the catcher by itself: {@code OVOZ_SMTP_PORT} (8025) takes mails, {@code OVOZ_MAILBOX_PORT} (8026) shows them. */
public final class MailboxMain {
    private MailboxMain() {}

    public static void main(String[] args) {
        Mailbox mailbox = Mailbox.start(port("OVOZ_SMTP_PORT", 8025), port("OVOZ_MAILBOX_PORT", 8026));
        Runtime.getRuntime().addShutdownHook(new Thread(mailbox::close));
        System.out.println("mailbox: " + mailbox.url() + " (SMTP on " + mailbox.smtpPort() + ")");
    }

    private static int port(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Integer.parseInt(value);
    }
}
