package org.ovoz.notify.alert.webhook;

import com.standardwebhooks.Webhook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.ovoz.contracts.Json;
import org.ovoz.notify.alert.Alert;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.AlertSender;
import org.ovoz.notify.alert.endpoint.Endpoints;
import org.ovoz.notify.alert.endpoint.PostOnce;
import org.ovoz.notify.alert.endpoint.PostOutcome;

/**
 * To a system of the person's organisation, signed as Standard Webhooks have it. Every attempt of an alert carries the same id, so that
 * the receiver can drop a second one; an unknown fate may therefore be tried again.
 */
@ApplicationScoped
public class WebhookAlertSender implements AlertSender {

    private static final Logger LOG = Logger.getLogger(WebhookAlertSender.class);
    private static final String TYPE = "alert.due";

    private final Webhooks webhooks;
    private final PostOnce postOnce;
    private final Endpoints endpoints;
    private final Clock clock;

    WebhookAlertSender(Webhooks webhooks, PostOnce postOnce, Endpoints endpoints, Clock clock) {
        this.webhooks = webhooks;
        this.postOnce = postOnce;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.WEBHOOK;
    }

    @Override
    public Uni<AlertOutcome> send(Alert alert) {
        UUID endpoint = alert.endpoint();
        if (endpoint == null) {
            return Uni.createFrom().item(WebhookAnswers.GONE);
        }
        return webhooks.secrets(endpoint)
                .chain(secrets ->
                        secrets.isEmpty() ? Uni.createFrom().item(WebhookAnswers.GONE) : post(alert, endpoint, secrets))
                .onFailure()
                .recoverWithItem(fault -> failed(alert, fault));
    }

    @Override
    public boolean mayRepeatUnknown() {
        return true;
    }

    private Uni<AlertOutcome> post(Alert alert, UUID endpoint, List<WebhookSecret> secrets) {
        Instant now = clock.instant();
        String id = "msg_" + alert.id();
        String body = Json.write(new Message(TYPE, now, new Data(alert.id(), alert.text())));
        String signatures = secrets.stream()
                .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                Webhook.UNBRANDED_MSG_ID_KEY,
                id,
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Long.toString(now.getEpochSecond()),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                signatures);
        return postOnce.post(alert.address(), headers, body.getBytes(StandardCharsets.UTF_8))
                .chain(outcome -> settle(endpoint, outcome));
    }

    private Uni<AlertOutcome> settle(UUID endpoint, PostOutcome outcome) {
        AlertOutcome settled = WebhookAnswers.of(outcome);
        return settled.equals(WebhookAnswers.GONE)
                ? endpoints.gone(endpoint, Webhooks.KIND).replaceWith(settled)
                : Uni.createFrom().item(settled);
    }

    private static AlertOutcome failed(Alert alert, Throwable fault) {
        LOG.warnf("webhook of alert %s: %s", alert.id(), fault.getClass().getSimpleName());
        return new AlertOutcome.Unknown("webhook");
    }

    /** What is posted. */
    private record Message(String type, Instant timestamp, Data data) {}

    /** All that is said. */
    private record Data(UUID alert, String text) {}
}
