package org.ovoz.local.carrier.messages;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.accounts.Numbers;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.rest.TwilioError;
import org.ovoz.local.carrier.texts.OptOuts;

/** Takes a customer's message, as {@code POST /Messages.json} does. */
final class SendMessage {
    private static final int LONGEST_BODY = 1600;

    private final Accounts accounts;
    private final OptOuts optOuts;
    private final Faults faults;
    private final Messages messages;
    private final DeliverMessage delivery;
    private final Clock clock;

    SendMessage(
            Accounts accounts,
            OptOuts optOuts,
            Faults faults,
            Messages messages,
            DeliverMessage delivery,
            Clock clock) {
        this.accounts = accounts;
        this.optOuts = optOuts;
        this.faults = faults;
        this.messages = messages;
        this.delivery = delivery;
        this.clock = clock;
    }

    SendOutcome send(Request request) {
        Optional<TwilioError> refusal = refusal(request);
        if (refusal.isPresent()) {
            return new SendOutcome.Refused(refusal.get());
        }
        String to = Numbers.parse(request.to()).orElseThrow();
        return faults.onCreate(to)
                .map(fault -> disturbed(request, fault))
                .orElseGet(() -> new SendOutcome.Accepted(accept(request, Fate.DELIVERED)));
    }

    private SendOutcome disturbed(Request request, Fault fault) {
        return switch (fault.kind()) {
            case REFUSE -> new SendOutcome.Refused(TwilioError.refusal(fault.code()));
            case RATE_LIMIT -> new SendOutcome.Refused(TwilioError.tooManyRequests());
            case SERVER_ERROR -> new SendOutcome.Refused(TwilioError.serverError(fault.code()));
            case SERVER_ERROR_AFTER_ACCEPTANCE ->
                new SendOutcome.AcceptedWithError(
                        accept(request, Fate.DELIVERED), TwilioError.serverError(fault.code()));
            case ANSWER_LOST -> new SendOutcome.AcceptedInSilence(accept(request, Fate.DELIVERED));
            case UNDELIVERED -> new SendOutcome.Accepted(accept(request, Fate.undelivered(fault.code())));
            case FAILED -> new SendOutcome.Accepted(accept(request, Fate.failed(fault.code())));
            case WEBHOOK_DUPLICATE,
                    WEBHOOK_DELAY,
                    WEBHOOK_OUT_OF_ORDER,
                    WEBHOOK_LOST,
                    MEDIA_ERROR,
                    MEDIA_MISSING,
                    MEDIA_DELAY -> throw new IllegalStateException("no fault of a create request");
        };
    }

    private Message accept(Request request, Fate fate) {
        String from = Numbers.parse(request.from()).orElseThrow();
        String callback = request.statusCallback() == null
                ? accounts.line(from).map(rented -> rented.line().statusUrl()).orElse(null)
                : request.statusCallback();
        Message message = new Message(
                Sids.next("SM"),
                new Message.Envelope(
                        request.account(), from, Numbers.parse(request.to()).orElseThrow(), body(request), callback),
                request.direction(),
                "queued",
                clock.instant());
        messages.add(message);
        delivery.deliver(message, fate);
        return message;
    }

    private Optional<TwilioError> refusal(Request request) {
        if (isMissing(request.to())) {
            return Optional.of(TwilioError.refusal(21604, "A 'To' phone number is required."));
        }
        Optional<String> to = Numbers.parse(request.to());
        if (to.isEmpty()) {
            return Optional.of(TwilioError.refusal(21211, "Invalid 'To' Phone Number: " + request.to()));
        }
        if (isMissing(request.from())) {
            return Optional.of(TwilioError.refusal(21603, "A 'From' phone number is required."));
        }
        if (body(request).isEmpty()) {
            return Optional.of(TwilioError.refusal(21602, "Message body is required."));
        }
        if (body(request).length() > LONGEST_BODY) {
            return Optional.of(
                    TwilioError.refusal(21617, "The concatenated message body exceeds the 1600 character limit"));
        }
        return refusalOfPair(request, to.get());
    }

    private Optional<TwilioError> refusalOfPair(Request request, String to) {
        Optional<String> from = Numbers.parse(request.from())
                .filter(number -> accounts.lineOf(request.account(), number).isPresent());
        if (from.isEmpty()) {
            return Optional.of(TwilioError.refusal(21606));
        }
        if (from.get().equals(to)) {
            return Optional.of(TwilioError.refusal(21266, "'To' and 'From' number cannot be the same"));
        }
        return optOuts.blocks(from.get(), to) ? Optional.of(TwilioError.refusal(21610)) : Optional.empty();
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String body(Request request) {
        return request.body() == null ? "" : request.body();
    }

    /** What was asked for; fields as they came. */
    record Request(
            Account account,
            @Nullable String to,
            @Nullable String from,
            @Nullable String body,
            @Nullable String statusCallback,
            String direction) {}
}
