package org.ovoz.notify.alert.carrier;

import java.util.Locale;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.transport.carrier.CarrierAction;
import org.ovoz.transport.carrier.CarrierRefusal;
import org.ovoz.transport.carrier.SendOutcome;

/** What the carrier's answer means for an alert. */
public final class CarrierOutcomes {

    private CarrierOutcomes() {}

    public static AlertOutcome of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> new AlertOutcome.Sent();
            case SendOutcome.Refused(CarrierRefusal refusal) -> refused(refusal);
            case SendOutcome.Unknown unknown ->
                new AlertOutcome.Unknown(unknown.reason().name().toLowerCase(Locale.ROOT));
        };
    }

    /** Only what the carrier was too busy for, or never heard of, is tried again. */
    private static AlertOutcome refused(CarrierRefusal refusal) {
        String reason = "carrier-" + refusal.code();
        return refusal.action() == CarrierAction.BACK_OFF
                ? new AlertOutcome.Later(reason)
                : new AlertOutcome.Failed(reason);
    }
}
