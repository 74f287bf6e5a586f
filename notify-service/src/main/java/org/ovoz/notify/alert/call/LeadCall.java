package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.ovoz.notify.alert.answer.Answer;
import org.ovoz.notify.alert.answer.AnswerAlerts;
import org.ovoz.notify.alert.answer.AnswerOutcome;
import org.ovoz.notify.alert.carrier.CallbackAddresses;
import org.ovoz.transport.carrier.WebhookForm;

/**
 * Speaks with whoever answered: only in a call that the desk had placed, to the number that the alert's person has. On anything else, and
 * on a machine, it hangs up without a word.
 */
@ApplicationScoped
class LeadCall {

    private static final Logger LOG = Logger.getLogger(LeadCall.class);

    private final PlacedCalls calls;
    private final AnswerAlerts answerAlerts;
    private final CallbackAddresses addresses;
    private final CallSettings settings;

    LeadCall(PlacedCalls calls, AnswerAlerts answerAlerts, CallbackAddresses addresses, CallSettings settings) {
        this.calls = calls;
        this.answerAlerts = answerAlerts;
        this.addresses = addresses;
        this.settings = settings;
    }

    Uni<String> answered(Optional<UUID> alert, WebhookForm form) {
        return AnsweredBy.isMachine(form)
                ? Uni.createFrom().item(CallScript::hangUp)
                : during(alert, form, call -> Uni.createFrom().item(() -> ask(call, false)));
    }

    /** @param again whether it was asked for once more already */
    Uni<String> pressed(Optional<UUID> alert, WebhookForm form, boolean again) {
        return during(alert, form, call -> switch (form.value("Digits").orElse("")) {
            case "1" -> answer(call, Answer.ACKNOWLEDGE);
            case "2" -> answer(call, Answer.CLAIM);
            default -> Uni.createFrom().item(() -> again ? CallScript.hangUp() : ask(call, true));
        });
    }

    private Uni<String> during(Optional<UUID> alert, WebhookForm form, Function<PlacedCall, Uni<String>> then) {
        return alert.map(id -> calls.find(id, form.value("To").orElse("")))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(call -> call.map(then).orElseGet(() -> {
                    LOG.warnf("call of alert %s: not to the number that its person has", alert.orElse(null));
                    return Uni.createFrom().item(CallScript::hangUp);
                }));
    }

    private String ask(PlacedCall call, boolean again) {
        URI key = addresses.of(CallResource.PATH + CallResource.KEY, call.alert());
        return CallScript.ask(
                call.text(),
                CallLanguage.of(call.languages()),
                again ? URI.create(key + "&" + CallResource.AGAIN + "=true") : key,
                settings.waitsForKey());
    }

    /** The same key again is as well taken as the first. */
    private Uni<String> answer(PlacedCall call, Answer answer) {
        return answerAlerts
                .answer(call.alert(), answer)
                .map(outcomes -> CallScript.say(spoken(outcomes), CallLanguage.of(call.languages())));
    }

    private static AnswerOutcome spoken(List<AnswerOutcome> outcomes) {
        return outcomes.isEmpty() ? AnswerOutcome.TAKEN : outcomes.getFirst();
    }
}
