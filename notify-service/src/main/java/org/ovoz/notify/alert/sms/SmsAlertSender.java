package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;

/** By text, from the staff account's number. An attempt whose outcome nobody knows is never made again. */
@ApplicationScoped
public class SmsAlertSender implements AlertSender {

    private final StaffTexts texts;
    private final String statusCallback;

    SmsAlertSender(StaffTexts texts, @ConfigProperty(name = "ovoz.desk.public-url") URI publicUrl) {
        this.texts = texts;
        this.statusCallback = publicUrl.toString().replaceAll("/+$", "") + StaffStatusResource.PATH + "?alert=";
    }

    @Override
    public AlertKind kind() {
        return AlertKind.SMS;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        return texts.send(alert.address(), alert.text(), URI.create(statusCallback + alert.id()));
    }

    @Override
    public boolean mayRepeatUnknown() {
        return false;
    }
}
