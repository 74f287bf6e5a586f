package org.ovoz.local.carrier.messages;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.Listing;
import org.ovoz.local.carrier.rest.TwilioError;

/** {@code /Messages.json} and {@code /Messages/{Sid}.json}. */
final class MessagesApi {
    private static final List<String> UNSUPPORTED =
            List.of("MediaUrl", "MessagingServiceSid", "ContentSid", "ScheduleType", "SendAt");

    private static final TwilioError NOT_COMPLETED =
            new TwilioError(409, 20009, "Cannot delete message because delivery has not been completed.");

    private final Messages messages;
    private final SendMessage sending;
    private final Clock clock;

    MessagesApi(Messages messages, SendMessage sending, Clock clock) {
        this.messages = messages;
        this.sending = sending;
        this.clock = clock;
    }

    void mount(Router router) {
        router.post("/Messages.json").handler(this::create);
        router.get("/Messages.json").handler(this::list);
        router.get("/Messages/:sid.json").handler(this::fetch);
        router.post("/Messages/:sid.json").handler(this::update);
        router.delete("/Messages/:sid.json").handler(this::delete);
    }

    private void create(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        Optional<String> unsupported =
                UNSUPPORTED.stream().filter(form::contains).findFirst();
        if (unsupported.isPresent()) {
            Answers.error(
                    context, TwilioError.refusal(20001, unsupported.get() + " is not supported by this stand-in"));
            return;
        }
        SendOutcome outcome = sending.send(new SendMessage.Request(
                Answers.account(context),
                form.get("To"),
                form.get("From"),
                form.get("Body"),
                form.get("StatusCallback"),
                "outbound-api"));
        switch (outcome) {
            case SendOutcome.Accepted accepted -> Answers.json(context, 201, MessageJson.of(accepted.message()));
            case SendOutcome.AcceptedInSilence silent -> context.request().pause();
            case SendOutcome.AcceptedWithError accepted -> Answers.error(context, accepted.error());
            case SendOutcome.Refused refused -> Answers.error(context, refused.error());
        }
    }

    private void list(RoutingContext context) {
        MultiMap query = context.queryParams();
        List<Message> found = messages.of(
                Answers.account(context),
                message -> passes(query.get("To"), message.to)
                        && passes(query.get("From"), message.from)
                        && Dates.within(query, "DateSent", message.sent()));
        Listing.answer(context, "messages", found, message -> message.sid, MessageJson::of);
    }

    private static boolean passes(@Nullable String filter, String value) {
        return filter == null || filter.equals(value);
    }

    private void fetch(RoutingContext context) {
        found(context).ifPresent(message -> Answers.json(context, 200, MessageJson.of(message)));
    }

    /** An empty Body redacts what has reached its end; nothing else can be changed here. */
    private void update(RoutingContext context) {
        found(context).ifPresent(message -> {
            String body = context.request().formAttributes().get("Body");
            if (body == null || !body.isEmpty()) {
                Answers.error(context, TwilioError.refusal(20001, "Only an empty Body can be set"));
                return;
            }
            if (!message.isFinal()) {
                Answers.error(context, NOT_COMPLETED);
                return;
            }
            message.redact(clock.instant());
            Answers.json(context, 200, MessageJson.of(message));
        });
    }

    private void delete(RoutingContext context) {
        found(context).ifPresent(message -> {
            if (!message.isFinal()) {
                Answers.error(context, NOT_COMPLETED);
                return;
            }
            messages.remove(message.sid);
            Answers.gone(context);
        });
    }

    private Optional<Message> found(RoutingContext context) {
        Optional<Message> message = messages.of(Answers.account(context), context.pathParam("sid"));
        if (message.isEmpty()) {
            Answers.notFound(context);
        }
        return message;
    }
}
