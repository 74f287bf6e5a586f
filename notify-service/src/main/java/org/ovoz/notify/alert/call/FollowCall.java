package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.notify.alert.AlertState;
import org.ovoz.notify.alert.SettleAlert;
import org.ovoz.transport.carrier.WebhookForm;

/** Takes the carrier's word on a call, which may come twice and in any order: what is over stays over. */
@ApplicationScoped
class FollowCall {

    private static final String STATUS = "CallStatus";
    private static final String ANSWERED = "in-progress";

    private final SettleAlert settleAlert;
    private final EndCall endCall;

    FollowCall(SettleAlert settleAlert, EndCall endCall) {
        this.settleAlert = settleAlert;
        this.endCall = endCall;
    }

    Uni<Void> follow(Optional<UUID> alert, WebhookForm form) {
        String status = form.value(STATUS).orElse("");
        Optional<CallEnd> end = CallEnd.of(status);
        if (alert.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (end.isPresent()) {
            String reason =
                    AnsweredBy.isMachine(form) ? CallEnd.MACHINE : end.get().reason();
            return endCall.end(alert.get(), reason);
        }
        return status.equals(ANSWERED)
                ? settleAlert.settle(alert.get(), AlertState.DELIVERED, null)
                : Uni.createFrom().voidItem();
    }
}
