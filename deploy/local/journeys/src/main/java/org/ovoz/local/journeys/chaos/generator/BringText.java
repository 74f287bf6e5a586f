package org.ovoz.local.journeys.chaos.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.ovoz.local.journeys.chaos.generator.Attempt.Result;
import org.ovoz.local.journeys.chaos.ledger.Entry;
import org.ovoz.local.journeys.chaos.ledger.Ledger;
import org.ovoz.local.journeys.chaos.ledger.Outcome;
import org.ovoz.local.journeys.phones.SignedWebhook;
import org.ovoz.local.journeys.stack.Stack;

/** Brings one text in its manner, and writes down what became of it. */
final class BringText {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Stack stack;
    private final Hotline hotline;
    private final Ledger ledger;
    private final ExecutorService threads;

    BringText(Stack stack, Hotline hotline, Ledger ledger, ExecutorService threads) {
        this.stack = stack;
        this.hotline = hotline;
        this.ledger = ledger;
        this.threads = threads;
    }

    /** Returns when nothing of it is under way any more. */
    Outcome bring(PlannedText text, Instant due, Instant now) {
        SignedWebhook webhook = SignedWebhook.of(text.message(), text.sender(), text.body(), stack);
        Manner manner = text.manner();
        ledger.sending(new Entry.Sending(text.message(), text.sender(), text.place(), text.textHash(), due, now));
        List<CompletableFuture<Attempt>> copies = new ArrayList<>();
        for (int i = 0; i < manner.copies(); i++) {
            copies.add(CompletableFuture.supplyAsync(() -> hotline.post(webhook), threads));
        }
        List<Attempt> attempts = new ArrayList<>(tries(webhook, manner));
        int tries = attempts.size();
        copies.forEach(copy -> attempts.add(copy.join()));
        Entry.Settled settled = settled(text, attempts, tries);
        ledger.settled(settled);
        if (manner.again() && settled.outcome() == Outcome.OK) {
            hotline.post(webhook);
        }
        return settled.outcome();
    }

    private List<Attempt> tries(SignedWebhook webhook, Manner manner) {
        List<Attempt> attempts = new ArrayList<>();
        Duration pause = FIRST_PAUSE;
        while (attempts.size() < manner.tries()) {
            boolean givenUp = manner.hangUp() && attempts.isEmpty();
            Attempt attempt = givenUp ? hotline.hangUp(webhook) : hotline.post(webhook);
            attempts.add(attempt);
            if (attempt.result() == Result.TAKEN || !pauses(pause)) {
                break;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return attempts;
    }

    private static boolean pauses(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Entry.Settled settled(PlannedText text, List<Attempt> attempts, int tries) {
        Attempt decisive = attempts.stream()
                .min((a, b) -> Integer.compare(weight(a), weight(b)))
                .orElseThrow();
        Outcome outcome = switch (decisive.result()) {
            case TAKEN -> Outcome.OK;
            case UNANSWERED -> Outcome.UNKNOWN;
            case REFUSED, NOT_REACHED -> Outcome.REFUSED;
        };
        return new Entry.Settled(text.message(), outcome, decisive.asked(), decisive.answered(), tries);
    }

    /** One acknowledgement settles it; without one, a try without an answer leaves it open. */
    private static int weight(Attempt attempt) {
        return switch (attempt.result()) {
            case TAKEN -> 0;
            case UNANSWERED -> 1;
            case REFUSED, NOT_REACHED -> 2;
        };
    }
}
