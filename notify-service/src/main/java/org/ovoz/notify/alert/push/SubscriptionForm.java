package org.ovoz.notify.alert.push;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ovoz.notify.alert.endpoint.EndpointAddress;

/** A browser's {@code PushSubscription}, as {@code toJSON()} has it. */
public record SubscriptionForm(
        @NotNull @Size(max = EndpointAddress.LONGEST) String endpoint,
        @NotNull @Valid Keys keys) {

    @Override
    public String toString() {
        return "SubscriptionForm[REDACTED]";
    }

    /** Both base64url. */
    public record Keys(
            @NotNull @Size(max = 200) String p256dh,
            @NotNull @Size(max = 100) String auth) {

        @Override
        public String toString() {
            return "Keys[REDACTED]";
        }
    }
}
