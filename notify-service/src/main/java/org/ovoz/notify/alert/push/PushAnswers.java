package org.ovoz.notify.alert.push;

import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.endpoint.PostOutcome;

/** What a push service's answer means (RFC 8030, 5 and 7.3). */
final class PushAnswers {

    static final AlertOutcome GONE = new AlertOutcome.Failed("gone");

    private static final int NOT_FOUND = 404;
    private static final int NO_MORE = 410;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    private PushAnswers() {}

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
        String reason = "push-" + status;
        return switch (status) {
            case NOT_FOUND, NO_MORE -> GONE;
            case TOO_MANY -> new AlertOutcome.Later(reason);
            default -> status >= FAULT ? new AlertOutcome.Unknown(reason) : new AlertOutcome.Failed(reason);
        };
    }
}
