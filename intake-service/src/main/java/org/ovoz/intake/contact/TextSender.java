package org.ovoz.intake.contact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.ovoz.transport.carrier.CarrierClient;
import org.ovoz.transport.carrier.CarrierMessage;
import org.ovoz.transport.carrier.CarrierMessageId;
import org.ovoz.transport.carrier.OutgoingText;
import org.ovoz.transport.carrier.SendOutcome;

/** Hands a text to the carrier, and nothing that the gate did not let out: there is no other way. */
@Singleton
public class TextSender {

    private final CarrierClient carrier;
    private final org.ovoz.transport.carrier.PhoneNumber line;

    TextSender(CarrierClient carrier, LineNumbers numbers) {
        this.carrier = carrier;
        this.line = new org.ovoz.transport.carrier.PhoneNumber(numbers.first());
    }

    /** One attempt, and nobody asks what became of it afterwards. */
    public Uni<SendOutcome> send(GateDecision.LetOut letOut, PhoneNumber to, String text) {
        return carrier.send(new OutgoingText(line, carrierNumber(to), text, null));
    }

    /**
     * One attempt.
     *
     * @param statusCallback where the carrier is to tell what became of it
     */
    public Uni<SendOutcome> send(GateDecision.LetOut letOut, PhoneNumber to, String text, URI statusCallback) {
        return carrier.send(new OutgoingText(line, carrierNumber(to), text, statusCallback));
    }

    /** The messages in the carrier's log that a text may have become, oldest first. Fails when the log cannot be had. */
    public Uni<List<CarrierMessageId>> lookUp(PhoneNumber to, String text, Instant since) {
        return carrier.list(since)
                .map(log -> log.reversed().stream()
                        .filter(message -> !message.inbound())
                        .filter(message -> message.to().equals(carrierNumber(to))
                                && message.body().equals(text))
                        .map(CarrierMessage::id)
                        .toList());
    }

    private static org.ovoz.transport.carrier.PhoneNumber carrierNumber(PhoneNumber number) {
        return new org.ovoz.transport.carrier.PhoneNumber(number.raw());
    }
}
