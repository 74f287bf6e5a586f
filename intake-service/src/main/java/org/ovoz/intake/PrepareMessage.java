package org.ovoz.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.intake.contact.Keyword;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.conversation.Draft;
import org.ovoz.intake.conversation.Found;
import org.ovoz.intake.conversation.LineTimes;
import org.ovoz.intake.conversation.MessageKey;
import org.ovoz.intake.conversation.ThreadRules;
import org.ovoz.intake.language.DetectLanguage;
import org.ovoz.intake.language.LanguageDecision;
import org.ovoz.intake.routing.RouteReport;
import org.ovoz.intake.sealing.ShredKeys;

/** Decides what a message is, a new report or more of an open one, and has it sealed accordingly. */
@Singleton
class PrepareMessage {

    private final ShredKeys shredKeys;
    private final SealMessage sealMessage;
    private final DetectLanguage detectLanguage;
    private final RouteReport routeReport;
    private final LineTimes times;

    PrepareMessage(
            ShredKeys shredKeys,
            SealMessage sealMessage,
            DetectLanguage detectLanguage,
            RouteReport routeReport,
            LineTimes times) {
        this.shredKeys = shredKeys;
        this.sealMessage = sealMessage;
        this.detectLanguage = detectLanguage;
        this.routeReport = routeReport;
        this.times = times;
    }

    /** @param received when it came in, which is before it was read for the first time */
    Uni<Draft> prepare(InboundMessage message, MessageKey key, Found found, Instant received) {
        if (found instanceof Found.Thread thread && ThreadRules.continues(thread, received, times.silence())) {
            return shredKeys
                    .find(thread.shredKey())
                    .chain(shredKey -> shredKey.map(known -> Uni.createFrom().item(() -> {
                                SafeContact after = after(thread.contact(), message);
                                Draft.Head head = new Draft.Head(
                                        key, thread.report(), received, after.phone(), isUnread(thread, message));
                                return sealMessage.more(message, head, thread, known);
                            }))
                            .orElseGet(() -> open(message, key, thread, received)));
        }
        return open(message, key, found, received);
    }

    private Uni<Draft> open(InboundMessage message, MessageKey key, Found found, Instant received) {
        return shredKeys.draw().map(shredKey -> {
            var language = detectLanguage.detect(message.text());
            var route = routeReport.route(question(language));
            @Nullable ReportId previous = found instanceof Found.Thread thread ? thread.report() : null;
            Draft.Opening opening =
                    new Draft.Opening(message.channel(), RegionCode.UNKNOWN, language, route, shredKey.id(), previous);
            TextsAllowed texts = after(first(found), message).phone();
            Draft.Head head = new Draft.Head(key, new ReportId(Ids.random()), received, texts, true);
            return sealMessage.first(message, head, opening, shredKey);
        });
    }

    /** A text tells its language, and nothing else in a coded way. */
    private static RoutingQuestion question(LanguageDecision language) {
        return new RoutingQuestion(
                language.language(), RegionCode.UNKNOWN, List.of(), false, List.of(), language.couldBe());
    }

    /** A refusal outlives the report that it was said in; a yes does not. */
    private static SafeContact first(Found found) {
        boolean refused = found instanceof Found.Thread thread && thread.refused();
        return refused ? new SafeContact(TextsAllowed.REFUSED, false) : SafeContact.UNKNOWN;
    }

    private static SafeContact after(SafeContact before, InboundMessage message) {
        return Keyword.of(message.text()).map(before::after).orElse(before);
    }

    /** The coded yes is understood by itself; everything else waits for a person, and so does a yes that comes with a picture. */
    private static boolean isUnread(Found.Thread thread, InboundMessage message) {
        Optional<Keyword> keyword = Keyword.of(message.text());
        boolean isAnswered = keyword.filter(Keyword.TEXT_ME::equals).isPresent()
                && thread.contact().phone() == TextsAllowed.UNKNOWN
                && thread.contact().texts() != TextsAllowed.REFUSED;
        return !isAnswered || !message.media().isEmpty();
    }
}
