package org.ovoz.notify.alert.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.endpoint.EndpointAddress;

/** Whom a webhook alerts, and where. */
public record WebhookForm(
        @NotNull PersonId person,
        @NotNull @Size(max = EndpointAddress.LONGEST) String url) {

    @Override
    public String toString() {
        return "WebhookForm[REDACTED]";
    }
}
