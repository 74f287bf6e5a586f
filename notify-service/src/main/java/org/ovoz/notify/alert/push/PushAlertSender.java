package org.ovoz.notify.alert.push;

import com.interaso.webpush.WebPush;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.endpoint.Endpoints;
import org.ovoz.notify.alert.endpoint.PostOnce;
import org.ovoz.notify.alert.endpoint.PostOutcome;

/**
 * To a browser, encrypted to it. A second one with the same topic takes the place of the first, at the push service and by its text on
 * the screen, so an unknown fate may be tried again.
 */
@ApplicationScoped
public class PushAlertSender implements AlertSender {

    private static final Logger LOG = Logger.getLogger(PushAlertSender.class);

    private final VapidKey key;
    private final Subscriptions subscriptions;
    private final PostOnce postOnce;
    private final Endpoints endpoints;
    private final PushSettings settings;

    PushAlertSender(
            VapidKey key, Subscriptions subscriptions, PostOnce postOnce, Endpoints endpoints, PushSettings settings) {
        this.key = key;
        this.subscriptions = subscriptions;
        this.postOnce = postOnce;
        this.endpoints = endpoints;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.PUSH;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        UUID endpoint = alert.endpoint();
        if (key.webPush().isEmpty() || endpoint == null) {
            return Uni.createFrom().item(new AlertOutcome.Failed("push-off"));
        }
        return subscriptions
                .keys(endpoint)
                .chain(keys -> keys.map(known -> push(alert, key.webPush().get(), known))
                        .orElseGet(() -> Uni.createFrom().item(new AlertOutcome.Failed("gone"))))
                .onFailure()
                .recoverWithItem(fault -> failed(alert, fault));
    }

    @Override
    public boolean mayRepeatUnknown() {
        return true;
    }

    private Uni<AlertOutcome> push(Alert alert, WebPush webPush, BrowserKeys keys) {
        Map<String, String> headers = webPush.getHeaders(
                alert.address(),
                Math.toIntExact(settings.keptFor().toSeconds()),
                topic(alert.id()),
                WebPush.Urgency.High);
        byte[] body = webPush.getBody(alert.text().getBytes(StandardCharsets.UTF_8), keys.p256dh(), keys.auth());
        return postOnce.post(alert.address(), headers, body).chain(outcome -> settle(alert, outcome));
    }

    private Uni<AlertOutcome> settle(Alert alert, PostOutcome outcome) {
        AlertOutcome settled = PushAnswers.of(outcome);
        return settled.equals(PushAnswers.GONE) && alert.endpoint() != null
                ? endpoints.gone(alert.endpoint(), Subscriptions.KIND).replaceWith(settled)
                : Uni.createFrom().item(settled);
    }

    /** Before or after it was sent: nobody knows. */
    private static AlertOutcome failed(Alert alert, Throwable fault) {
        LOG.warnf("push of alert %s: %s", alert.id(), fault.getClass().getSimpleName());
        return new AlertOutcome.Unknown("push");
    }

    /** At most 32 characters of base64url (RFC 8030, 5.4); says nothing. */
    private static String topic(UUID alert) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(alert.getMostSignificantBits())
                .putLong(alert.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
