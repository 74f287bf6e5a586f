package org.ovoz.local.carrier.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.Faults;

/** The way to the customers' applications, with the faults that were asked for on it. */
public final class Webhooks {
    private static final long LONGEST_HOLD_MILLIS = 10_000;

    private final Vertx vertx;
    private final Attempts attempts;
    private final Faults faults;
    private final ErrorLog errors;
    private final List<Held> held = new ArrayList<>();
    private final Turns turns = new Turns();

    public Webhooks(Vertx vertx, Faults faults, ErrorLog errors) {
        this.vertx = vertx;
        this.attempts = new Attempts(vertx);
        this.faults = faults;
        this.errors = errors;
    }

    /**
     * Sends it with all its retries. What failed in the end is in the error log as 11200; the future never fails.
     */
    public Future<WebhookOutcome> send(Webhook webhook) {
        return send(webhook, () -> plainly(webhook));
    }

    /** As {@link #send}, behind what is under way about the same resource; a fault breaks out of the order. */
    public Future<WebhookOutcome> sendInTurn(String resource, Webhook webhook) {
        return send(webhook, () -> turns.take(resource, () -> plainly(webhook)));
    }

    private Future<WebhookOutcome> send(Webhook webhook, Supplier<Future<WebhookOutcome>> undisturbed) {
        return faults.onWebhook(webhook.about())
                .map(fault -> disturbed(webhook, fault))
                .orElseGet(undisturbed)
                .onSuccess(outcome -> log(webhook, outcome));
    }

    private Future<WebhookOutcome> disturbed(Webhook webhook, Fault fault) {
        return switch (fault.kind()) {
            case WEBHOOK_DUPLICATE -> duplicated(webhook, fault.times());
            case WEBHOOK_DELAY -> vertx.timer(Math.max(1, fault.delayMillis())).compose(late -> plainly(webhook));
            case WEBHOOK_OUT_OF_ORDER -> behindTheNext(webhook);
            case WEBHOOK_LOST -> Future.succeededFuture(new WebhookOutcome.Unreachable("lost on demand"));
            case REFUSE,
                    UNDELIVERED,
                    FAILED,
                    RATE_LIMIT,
                    SERVER_ERROR,
                    SERVER_ERROR_AFTER_ACCEPTANCE,
                    ANSWER_LOST,
                    MEDIA_ERROR,
                    MEDIA_MISSING,
                    MEDIA_DELAY -> plainly(webhook);
        };
    }

    private Future<WebhookOutcome> plainly(Webhook webhook) {
        return attempts.make(webhook).onSuccess(outcome -> release(webhook.about()));
    }

    /** The answer to the first copy counts; the copies follow one another at once, as retries would. */
    private Future<WebhookOutcome> duplicated(Webhook webhook, int times) {
        List<Future<WebhookOutcome>> copies = new ArrayList<>();
        for (int i = 0; i < Math.max(1, times); i++) {
            copies.add(attempts.make(webhook));
        }
        return Future.join(copies).compose(all -> copies.getFirst(), some -> copies.getFirst());
    }

    private Future<WebhookOutcome> behindTheNext(Webhook webhook) {
        Promise<Void> turn = Promise.promise();
        held.add(new Held(webhook.about(), turn));
        vertx.setTimer(LONGEST_HOLD_MILLIS, id -> turn.tryComplete());
        return turn.future().compose(now -> attempts.make(webhook));
    }

    private void release(String about) {
        List<Held> due = held.stream().filter(one -> one.about().equals(about)).toList();
        held.removeAll(due);
        due.forEach(one -> one.turn().tryComplete());
    }

    private void log(Webhook webhook, WebhookOutcome outcome) {
        if (!outcome.succeeded()) {
            errors.add(11200, webhook.url(), resource(webhook.form()), outcome.describe());
        }
    }

    private static String resource(Map<String, String> form) {
        return form.getOrDefault("MessageSid", form.getOrDefault("CallSid", ""));
    }

    private record Held(String about, Promise<Void> turn) {}
}
