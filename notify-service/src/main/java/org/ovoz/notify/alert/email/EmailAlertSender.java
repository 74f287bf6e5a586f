package org.ovoz.notify.alert.email;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;

/** By e-mail: subject and body say the same and nothing else. */
@ApplicationScoped
public class EmailAlertSender implements AlertSender {

    private static final Logger LOG = Logger.getLogger(EmailAlertSender.class);

    private final ReactiveMailer mailer;
    private final MailSettings settings;

    EmailAlertSender(ReactiveMailer mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.EMAIL;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(Mail.withText(alert.address(), alert.text(), alert.text())))
                .ifNoItem()
                .after(settings.timeout())
                .fail()
                .<AlertOutcome>map(ignored -> new AlertOutcome.Sent())
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(new AlertOutcome.Failed("bad-address"))
                .onFailure()
                .recoverWithItem(fault -> unknown(alert, fault));
    }

    /** The mail server may have taken it before the connection broke. */
    private static AlertOutcome unknown(Alert alert, Throwable fault) {
        LOG.warnf("mail of alert %s: %s", alert.id(), fault.getClass().getSimpleName());
        return new AlertOutcome.Unknown("smtp");
    }

    @Override
    public boolean mayRepeatUnknown() {
        return true;
    }
}
