package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.carrier.CallbackAddresses;

/** By text, from the staff account's number. An attempt whose outcome nobody knows is never made again. */
@ApplicationScoped
public class SmsAlertSender implements AlertSender {

    private final StaffTexts texts;
    private final CallbackAddresses addresses;

    SmsAlertSender(StaffTexts texts, CallbackAddresses addresses) {
        this.texts = texts;
        this.addresses = addresses;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.SMS;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        return texts.send(alert.address(), alert.text(), addresses.of(StaffStatusResource.PATH, alert.id()));
    }

    @Override
    public boolean mayRepeatUnknown() {
        return false;
    }
}
