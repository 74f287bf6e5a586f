package org.ovoz.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.local.carrier.scene.Control;

class MailboxTest {
    private static Mailbox mailbox;
    private static Control page;

    @BeforeAll
    static void start() {
        mailbox = Mailbox.start(0, 0);
        page = new Control(mailbox.url());
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    @BeforeEach
    void empty() {
        mailbox.clear();
    }

    @Test
    void aMailToAnybodyIsCaught() throws MessagingException {
        send("aziza@north.example", "K7Q2-1", "Ўзбекча 🙏");

        assertThat(mailbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("alerts@ovoz.example");
            assertThat(mail.to()).isEqualTo("aziza@north.example");
            assertThat(mail.subject()).isEqualTo("K7Q2-1");
            assertThat(mail.text()).isEqualTo("Ўзбекча 🙏");
        });
    }

    @Test
    void mailsOfSeveralPeopleStandInTheOrderInWhichTheyCame() throws MessagingException {
        send("aziza@north.example", "first", "");
        send("vera@north.example", "second", "");
        assertThat(mailbox.mails()).hasSize(2);
        send("aziza@north.example", "third", "");

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("first", "second", "third");
        assertThat(mailbox.mails()).extracting(Mail::number).containsExactly(1, 2, 3);
    }

    @Test
    void ofAMailInTwoFormsThePlainTextIsShown() throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>shown by others</p>", "text/html");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("shown here");
        MimeMessage mail = mail("aziza@north.example", "two forms");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(mail);

        assertThat(mailbox.mails().getFirst().text()).isEqualTo("shown here");
    }

    @Test
    void mailsAreListedAndReadOverHttp() throws MessagingException {
        send("aziza@north.example", "K7Q2-1", "K7Q2-1");

        JsonObject listed = Control.json(page.get("/mails.json"));

        assertThat(listed.getJsonArray("mails")).hasSize(1);
        assertThat(Control.json(page.get("/mails/1")).getString("subject")).isEqualTo("K7Q2-1");
        assertThat(page.get("/mails/2").statusCode()).isEqualTo(404);
    }

    @Test
    void aClearedMailboxIsEmptyAndCountsFromOneAgain() throws MessagingException {
        send("aziza@north.example", "before", "");

        assertThat(page.send("DELETE", "/mails.json", "").statusCode()).isEqualTo(204);
        assertThat(mailbox.mails()).isEmpty();
        send("aziza@north.example", "after", "");

        assertThat(mailbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.number()).isEqualTo(1);
            assertThat(mail.subject()).isEqualTo("after");
        });
    }

    private static void send(String to, String subject, String text) throws MessagingException {
        MimeMessage mail = mail(to, subject);
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    private static MimeMessage mail(String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("alerts@ovoz.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        return mail;
    }
}
