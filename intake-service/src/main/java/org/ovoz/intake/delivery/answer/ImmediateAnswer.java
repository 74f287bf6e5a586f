package org.ovoz.intake.delivery.answer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.contact.ImmediateAnswerRule;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.contact.SafeContactGate;
import org.ovoz.intake.contact.TextSender;

/**
 * The single neutral answer to the first text of a report. Its row is committed with the report, by the statement that won; only the
 * process that committed it sends, once, with the number at hand. Whatever goes wrong, it is never tried again; so the carrier is not asked
 * to tell how it fared.
 */
@Singleton
public class ImmediateAnswer {

    private static final Logger LOG = Logger.getLogger(ImmediateAnswer.class);

    private final ImmediateAnswerRule rule;
    private final Catalogue catalogue;
    private final TextSender sender;
    private final SettleAnswer settleAnswer;
    private final Clock clock;

    ImmediateAnswer(ImmediateAnswerConfig config, TextSender sender, SettleAnswer settleAnswer, Clock clock) {
        this.rule = new ImmediateAnswerRule(config.immediateAnswer(), config.immediateAnswerWithin());
        this.catalogue =
                new Catalogue(config.languages().stream().map(LanguageTag::new).toList());
        this.sender = sender;
        this.settleAnswer = settleAnswer;
        this.clock = clock;
    }

    /** Whether a row for it is written at all. */
    public boolean mayGo(TextsAllowed texts, LanguageTag language, Instant receivedAt, Instant now) {
        return gate(texts, language, receivedAt, now) instanceof GateDecision.LetOut;
    }

    /** Call once, after the row was committed by this process. Does not wait and does not fail. */
    public void send(UUID id, PhoneNumber to, LanguageTag language, Instant receivedAt) {
        GateDecision decision = gate(TextsAllowed.UNKNOWN, language, receivedAt, clock.instant());
        Uni<Void> done = switch (decision) {
            case GateDecision.LetOut letOut ->
                sender.send(letOut, to, catalogue.neutral(language).orElseThrow())
                        .chain(outcome -> settleAnswer.settle(id, outcome));
            case GateDecision.Refuse refuse -> settleAnswer.refuse(id);
        };
        done.subscribe()
                .with(
                        settled -> {},
                        fault -> LOG.warnf(
                                "neutral answer %s is left as it is: %s",
                                id, fault.getClass().getSimpleName()));
    }

    private GateDecision gate(TextsAllowed texts, LanguageTag language, Instant receivedAt, Instant now) {
        return SafeContactGate.neutralAnswer(
                new SafeContact(texts, false), new ImmediateAnswerRule.Moment(language, receivedAt, now), rule);
    }
}
