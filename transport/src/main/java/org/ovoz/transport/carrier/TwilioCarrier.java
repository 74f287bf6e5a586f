package org.ovoz.transport.carrier;

import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Twilio by its SDK, on virtual threads. */
public final class TwilioCarrier implements CarrierClient, AutoCloseable {

    private static final int NOT_FOUND = 20404;
    private static final String DETECT_MACHINES = "Enable";
    private static final List<String> PROGRESS = List.of("answered", "completed");

    private final CarrierAccount account;
    private final OnceHttpClient http;
    private final TwilioRestClient twilio;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("carrier-", 0).factory());

    public TwilioCarrier(CarrierAccount account) {
        this(account, new OnceHttpClient(account.api()));
    }

    TwilioCarrier(CarrierAccount account, OnceHttpClient http) {
        this.account = account;
        this.http = http;
        this.twilio = new QuietRestClient(
                new TwilioRestClient.Builder(account.sid(), account.token().value()).httpClient(http));
    }

    @Override
    public Uni<SendOutcome> send(OutgoingText text) {
        return Uni.createFrom().item(() -> sendOnce(text)).runSubscriptionOn(workers);
    }

    @Override
    public Uni<SendOutcome> call(OutgoingCall call) {
        return Uni.createFrom().item(() -> callOnce(call)).runSubscriptionOn(workers);
    }

    @Override
    public Uni<List<CarrierMessage>> list(Instant since) {
        return Uni.createFrom().item(() -> read(since)).runSubscriptionOn(workers);
    }

    @Override
    public Uni<Void> delete(CarrierMessageId id) {
        return Uni.createFrom().item(() -> remove(id)).runSubscriptionOn(workers);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            http.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private SendOutcome sendOnce(OutgoingText text) {
        MessageCreator creator = Message.creator(twilioNumber(text.to()), twilioNumber(text.from()), text.body());
        if (text.statusCallback() != null) {
            creator.setStatusCallback(text.statusCallback());
        }
        return once(() -> creator.create(twilio).getSid());
    }

    private SendOutcome callOnce(OutgoingCall call) {
        CallCreator creator = Call.creator(twilioNumber(call.to()), twilioNumber(call.from()), call.script())
                .setStatusCallback(call.statusCallback())
                .setStatusCallbackEvent(PROGRESS)
                .setTimeout(Math.toIntExact(call.rings().toSeconds()))
                .setMachineDetection(DETECT_MACHINES);
        return once(() -> creator.create(twilio).getSid());
    }

    private static SendOutcome once(Supplier<String> create) {
        try {
            return new SendOutcome.Accepted(new CarrierMessageId(create.get()));
        } catch (CarrierUnavailable failed) {
            return failed.outcome();
        } catch (RuntimeException unreadable) {
            return new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER);
        }
    }

    private List<CarrierMessage> read(Instant since) {
        List<CarrierMessage> messages = new ArrayList<>();
        try {
            Message.reader()
                    .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                    .read(twilio)
                    .forEach(message -> messages.add(toMessage(message)));
        } catch (CarrierUnavailable failed) {
            throw failed;
        } catch (RuntimeException unreadable) {
            throw new CarrierUnavailable(new SendOutcome.Unknown(UnknownReason.UNREADABLE_ANSWER));
        }
        return messages;
    }

    private @Nullable Void remove(CarrierMessageId id) {
        try {
            Message.deleter(account.sid(), id.value()).delete(twilio);
        } catch (CarrierUnavailable failed) {
            if (!isGone(failed)) {
                throw failed;
            }
        }
        return null;
    }

    private static boolean isGone(CarrierUnavailable failed) {
        return failed.outcome() instanceof SendOutcome.Refused refused
                && refused.refusal().code() == NOT_FOUND;
    }

    private static CarrierMessage toMessage(Message message) {
        return new CarrierMessage(
                new CarrierMessageId(message.getSid()),
                message.getDirection() == Message.Direction.INBOUND,
                new PhoneNumber(message.getFrom().getEndpoint()),
                new PhoneNumber(message.getTo()),
                message.getBody() == null ? "" : message.getBody(),
                DeliveryStatus.of(message.getStatus().toString()).orElse(null),
                message.getDateCreated() == null
                        ? null
                        : message.getDateCreated().toInstant());
    }

    private static com.twilio.type.PhoneNumber twilioNumber(PhoneNumber number) {
        return new com.twilio.type.PhoneNumber(number.e164());
    }

    /** The SDK writes requests with their parameters into the log when it is set to debug. This one never does. */
    private static final class QuietRestClient extends TwilioRestClient {

        QuietRestClient(Builder builder) {
            super(builder);
        }

        @Override
        public void logRequest(Request request) {
            // Numbers and texts stay out of every log.
        }
    }
}
