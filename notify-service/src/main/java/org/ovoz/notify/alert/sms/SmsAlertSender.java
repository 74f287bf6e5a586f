package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.carrier.CallbackAddresses;
import org.ovoz.notify.alert.carrier.CarrierOutcomes;
import org.ovoz.notify.alert.carrier.StaffSettings;
import org.ovoz.transport.carrier.OutgoingText;
import org.ovoz.transport.carrier.PhoneNumber;
import org.ovoz.transport.carrier.TwilioCarrier;

/** By text, from the staff account's number. An attempt whose outcome nobody knows is never made again. */
@ApplicationScoped
public class SmsAlertSender implements AlertSender {

    private final TwilioCarrier carrier;
    private final PhoneNumber from;
    private final CallbackAddresses addresses;

    SmsAlertSender(TwilioCarrier carrier, StaffSettings settings, CallbackAddresses addresses) {
        this.carrier = carrier;
        this.from = new PhoneNumber(settings.number());
        this.addresses = addresses;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.SMS;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        OutgoingText text = new OutgoingText(
                from,
                new PhoneNumber(alert.address()),
                alert.text(),
                addresses.of(StaffStatusResource.PATH, alert.id()));
        return carrier.send(text).map(CarrierOutcomes::of);
    }

    @Override
    public boolean mayRepeatUnknown() {
        return false;
    }
}
