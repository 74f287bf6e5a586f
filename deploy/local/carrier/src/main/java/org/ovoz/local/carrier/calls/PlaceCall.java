package org.ovoz.local.carrier.calls;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.accounts.Numbers;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.rest.TwilioError;

/** Takes a customer's call, as {@code POST /Calls.json} does. */
final class PlaceCall {
    private final Accounts accounts;
    private final Faults faults;
    private final Calls calls;
    private final Ringer ringer;
    private final Clock clock;

    PlaceCall(Accounts accounts, Faults faults, Calls calls, Ringer ringer, Clock clock) {
        this.accounts = accounts;
        this.faults = faults;
        this.calls = calls;
        this.ringer = ringer;
        this.clock = clock;
    }

    Outcome place(Account account, MultiMap form) {
        Optional<TwilioError> refusal = refusal(account, form);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        String to = Numbers.parse(form.get("To")).orElseThrow();
        return faults.onCreate(to)
                .map(fault -> disturbed(account, to, form, fault))
                .orElseGet(() -> new Placed(accept(account, to, form, true)));
    }

    private Outcome disturbed(Account account, String to, MultiMap form, Fault fault) {
        return switch (fault.kind()) {
            case REFUSE -> new Refused(TwilioError.refusal(fault.code()));
            case RATE_LIMIT -> new Refused(TwilioError.tooManyRequests());
            case SERVER_ERROR -> new Refused(TwilioError.serverError(fault.code()));
            case SERVER_ERROR_AFTER_ACCEPTANCE -> {
                accept(account, to, form, true);
                yield new Refused(TwilioError.serverError(fault.code()));
            }
            case ANSWER_LOST -> new PlacedInSilence(accept(account, to, form, true));
            case UNDELIVERED, FAILED -> new Placed(accept(account, to, form, false));
            case WEBHOOK_DUPLICATE,
                    WEBHOOK_DELAY,
                    WEBHOOK_OUT_OF_ORDER,
                    WEBHOOK_LOST,
                    MEDIA_ERROR,
                    MEDIA_MISSING,
                    MEDIA_DELAY -> throw new IllegalStateException("no fault of a create request");
        };
    }

    private Call accept(Account account, String to, MultiMap form, boolean reaches) {
        String from = Numbers.parse(form.get("From")).orElseThrow();
        Call call = new Call(
                Sids.next("CA"),
                new Call.Parties(account, from, to, to, false),
                wishes(from, form),
                "queued",
                clock.instant());
        calls.add(call);
        ringer.ring(call, reaches);
        return call;
    }

    private Call.Wishes wishes(String from, MultiMap form) {
        List<String> events = form.getAll("StatusCallbackEvent");
        String callback = form.get("StatusCallback");
        String detection = form.get("MachineDetection");
        return new Call.Wishes(
                form.get("Url"),
                !"GET".equalsIgnoreCase(form.get("Method")),
                form.get("Twiml"),
                callback != null
                        ? callback
                        : accounts.line(from)
                                .map(rented -> rented.line().statusUrl())
                                .orElse(null),
                events.isEmpty() ? Set.of("completed") : Set.copyOf(events),
                seconds(form.get("Timeout")),
                detection != null && !detection.isEmpty());
    }

    private static int seconds(@Nullable String timeout) {
        return timeout != null && timeout.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(timeout), 1, 600) : 60;
    }

    private Optional<TwilioError> refusal(Account account, MultiMap form) {
        if (isMissing(form.get("To"))) {
            return Optional.of(TwilioError.refusal(21201, "No 'To' number is specified"));
        }
        if (Numbers.parse(form.get("To")).isEmpty()) {
            return Optional.of(TwilioError.refusal(21211, "Invalid 'To' Phone Number: " + form.get("To")));
        }
        if (isMissing(form.get("From"))) {
            return Optional.of(TwilioError.refusal(21213, "Caller phone number is required"));
        }
        if (Numbers.parse(form.get("From"))
                .filter(from -> accounts.lineOf(account, from).isPresent())
                .isEmpty()) {
            return Optional.of(TwilioError.refusal(
                    21210, "The source phone number provided is not yet verified for your account."));
        }
        return isMissing(form.get("Url")) && isMissing(form.get("Twiml"))
                ? Optional.of(TwilioError.refusal(21205, "Url parameter is required."))
                : Optional.empty();
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** What comes of the request. */
    sealed interface Outcome {}

    /** Under way, and the answer says so. */
    record Placed(Call call) implements Outcome {}

    /** Under way, and no answer comes. */
    record PlacedInSilence(Call call) implements Outcome {}

    /** The answer is an error. */
    record Refused(TwilioError error) implements Outcome {}

    /** Makes a phone ring. */
    interface Ringer {
        void ring(Call call, boolean reaches);
    }
}
