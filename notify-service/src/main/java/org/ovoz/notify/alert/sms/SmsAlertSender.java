package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.transport.carrier.CarrierAction;
import org.ovoz.transport.carrier.CarrierRefusal;
import org.ovoz.transport.carrier.OutgoingText;
import org.ovoz.transport.carrier.PhoneNumber;
import org.ovoz.transport.carrier.SendOutcome;
import org.ovoz.transport.carrier.TwilioCarrier;

/** By text, from the staff account's number. An attempt whose outcome nobody knows is never made again. */
@ApplicationScoped
public class SmsAlertSender implements AlertSender {

    private final TwilioCarrier carrier;
    private final PhoneNumber from;
    private final String statusCallback;

    SmsAlertSender(
            TwilioCarrier carrier,
            StaffSettings settings,
            @ConfigProperty(name = "ovoz.desk.public-url") URI publicUrl) {
        this.carrier = carrier;
        this.from = new PhoneNumber(settings.number());
        this.statusCallback = publicUrl.toString().replaceAll("/+$", "") + StaffStatusResource.PATH + "?alert=";
    }

    @Override
    public AlertKind kind() {
        return AlertKind.SMS;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        OutgoingText text = new OutgoingText(
                from, new PhoneNumber(alert.address()), alert.text(), URI.create(statusCallback + alert.id()));
        return carrier.send(text).map(outcome -> switch (outcome) {
            case SendOutcome.Accepted accepted -> new AlertOutcome.Sent();
            case SendOutcome.Refused(CarrierRefusal refusal) -> refused(refusal);
            case SendOutcome.Unknown unknown ->
                new AlertOutcome.Unknown(unknown.reason().name().toLowerCase(Locale.ROOT));
        });
    }

    @Override
    public boolean mayRepeatUnknown() {
        return false;
    }

    /** Only what the carrier was too busy for, or never heard of, is tried again. */
    private static AlertOutcome refused(CarrierRefusal refusal) {
        String reason = "carrier-" + refusal.code();
        return refusal.action() == CarrierAction.BACK_OFF
                ? new AlertOutcome.Later(reason)
                : new AlertOutcome.Failed(reason);
    }
}
