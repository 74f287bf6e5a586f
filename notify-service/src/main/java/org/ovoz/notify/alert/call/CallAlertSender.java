package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.carrier.CallbackAddresses;
import org.ovoz.notify.alert.carrier.CarrierOutcomes;
import org.ovoz.notify.alert.carrier.StaffSettings;
import org.ovoz.transport.carrier.OutgoingCall;
import org.ovoz.transport.carrier.PhoneNumber;
import org.ovoz.transport.carrier.TwilioCarrier;

/** By telephone, from the staff account's number. A phone that may have rung is not rung again for the same alert. */
@ApplicationScoped
public class CallAlertSender implements AlertSender {

    private final TwilioCarrier carrier;
    private final PhoneNumber from;
    private final CallbackAddresses addresses;
    private final CallSettings settings;

    CallAlertSender(TwilioCarrier carrier, StaffSettings staff, CallbackAddresses addresses, CallSettings settings) {
        this.carrier = carrier;
        this.from = new PhoneNumber(staff.number());
        this.addresses = addresses;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CALL;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        OutgoingCall call = new OutgoingCall(
                from,
                new PhoneNumber(alert.address()),
                addresses.of(CallResource.PATH, alert.id()),
                addresses.of(CallResource.PATH + CallResource.STATUS, alert.id()),
                settings.rings());
        return carrier.call(call).map(CarrierOutcomes::of);
    }

    @Override
    public boolean mayRepeatUnknown() {
        return false;
    }
}
