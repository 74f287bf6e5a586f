package org.ovoz.notify.alert.webhook;

import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.endpoint.PostOutcome;

/** What a receiver's answer means (Standard Webhooks: 2xx is taken, 410 is to stop, anything else is tried again for a while). */
final class WebhookAnswers {

    static final AlertOutcome GONE = new AlertOutcome.Failed("gone");

    private static final int NO_MORE = 410;

    private WebhookAnswers() {}

    static AlertOutcome of(PostOutcome outcome) {
        return switch (outcome) {
            case PostOutcome.Answered answered when answered.isTaken() -> new AlertOutcome.Sent();
            case PostOutcome.Answered(int status) -> refused(status);
            case PostOutcome.NotReached() -> new AlertOutcome.Later("not-reached");
            case PostOutcome.NotAllowed() -> new AlertOutcome.Failed("address-refused");
            case PostOutcome.Unknown(String reason) -> new AlertOutcome.Unknown(reason);
        };
    }

    private static AlertOutcome refused(int status) {
        return status == NO_MORE ? GONE : new AlertOutcome.Later("webhook-" + status);
    }
}
