package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.carrier.CarrierOutcomes;
import org.ovoz.notify.alert.carrier.StaffSettings;
import org.ovoz.transport.carrier.OutgoingText;
import org.ovoz.transport.carrier.PhoneNumber;
import org.ovoz.transport.carrier.TwilioCarrier;

/** Texts from the staff account's number. Each call is one attempt. */
@ApplicationScoped
public class StaffTexts {

    private final TwilioCarrier carrier;
    private final PhoneNumber from;

    StaffTexts(TwilioCarrier carrier, StaffSettings settings) {
        this.carrier = carrier;
        this.from = new PhoneNumber(settings.number());
    }

    /** Does not fail: what nobody knows is {@link AlertOutcome.Unknown}. Only what the carrier was too busy for is worth another try. */
    public Uni<AlertOutcome> send(String to, String text) {
        return send(to, text, null);
    }

    Uni<AlertOutcome> send(String to, String text, @Nullable URI statusCallback) {
        return carrier.send(new OutgoingText(from, new PhoneNumber(to), text, statusCallback))
                .map(CarrierOutcomes::of);
    }
}
