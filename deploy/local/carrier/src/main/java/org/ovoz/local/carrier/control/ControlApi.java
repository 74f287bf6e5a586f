package org.ovoz.local.carrier.control;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.carrier.accounts.Numbers;
import org.ovoz.local.carrier.calls.Telephony;
import org.ovoz.local.carrier.media.Enclosure;
import org.ovoz.local.carrier.messages.Messaging;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.phones.Phones;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.texts.Segments;

/** {@code /control/phones}, {@code /control/lines}: what people do with their phones, and what the phones show. */
public final class ControlApi {
    private static final int LONGEST_TEXT = 1600;
    private static final int MOST_ENCLOSURES = 10;

    private final Accounts accounts;
    private final Phones phones;
    private final Messaging messaging;
    private final Telephony telephony;

    public ControlApi(Accounts accounts, Phones phones, Messaging messaging, Telephony telephony) {
        this.accounts = accounts;
        this.phones = phones;
        this.messaging = messaging;
        this.telephony = telephony;
    }

    public void mount(Router control) {
        control.get("/phones").handler(this::phones);
        control.get("/phones/:number").handler(this::phone);
        control.put("/phones/:number").handler(context -> withBody(context, body -> putPhone(context, body)));
        control.post("/phones/:number/texts").handler(context -> withBody(context, body -> text(context, body)));
        control.post("/phones/:number/calls").handler(context -> withBody(context, body -> call(context, body)));
        control.post("/phones/:number/calls/:sid/:action")
                .handler(context -> withBody(context, body -> during(context, body)));
        control.get("/lines").handler(this::lines);
        control.put("/lines/:number").handler(context -> withBody(context, body -> putLine(context, body)));
        control.post("/segments").handler(context -> withBody(context, body -> segments(context, body)));
    }

    private void phones(RoutingContext context) {
        JsonArray all = new JsonArray();
        phones.all().forEach(phone -> all.add(summary(phone)));
        Answers.json(context, 200, new JsonObject().put("phones", all));
    }

    private void phone(RoutingContext context) {
        known(context).ifPresent(phone -> {
            int last = last(context.queryParams().get("last"));
            JsonArray texts = new JsonArray();
            phones.lastTexts(phone.number(), last).forEach(text -> texts.add(text.toJson()));
            Answers.json(
                    context,
                    200,
                    summary(phone)
                            .put("texts", texts)
                            .put("earlier", phones.textsOf(phone.number()) - texts.size())
                            .put("calls", telephony.callsOf(phone.number(), last)));
        });
    }

    /** All, unless the query asks for the last few. */
    private static int last(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private void putPhone(RoutingContext context, JsonObject body) {
        number(context).ifPresent(number -> {
            Optional<Phone> old = phones.phone(number);
            Phone phone = new Phone(
                    number,
                    body.getString("label", old.map(Phone::label).orElse(number)),
                    Phone.Kind.valueOf(upper(
                            body.getString("kind", old.map(p -> p.kind().name()).orElse("REPORTER")))),
                    Phone.OnCall.valueOf(upper(body.getString(
                            "onCall", old.map(p -> p.onCall().name()).orElse("RING")))));
            phones.put(phone);
            Answers.json(context, 200, summary(phone));
        });
    }

    private void text(RoutingContext context, JsonObject body) {
        known(context).ifPresent(phone -> {
            Optional<String> to = Numbers.parse(body.getString("to"));
            String text = body.getString("text", "");
            List<Enclosure> enclosures = enclosures(body);
            boolean isEmpty = text.isEmpty() && enclosures.isEmpty();
            if (to.isEmpty() || isEmpty || text.length() > LONGEST_TEXT || enclosures.size() > MOST_ENCLOSURES) {
                Problems.badRequest(
                        context,
                        "A text needs 'to' (a number with its country code) and 'text' (1 to 1600 characters) or up to ten 'media' (type and base64 data).");
                return;
            }
            String sid = messaging.text(phone.number(), to.get(), text, enclosures);
            Answers.json(context, 201, new JsonObject().put("sid", sid));
        });
    }

    private static List<Enclosure> enclosures(JsonObject body) {
        return body.getJsonArray("media", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(one -> new Enclosure(
                        one.getString("type", "application/octet-stream"),
                        Base64.getDecoder().decode(one.getString("data", ""))))
                .toList();
    }

    private void call(RoutingContext context, JsonObject body) {
        known(context).ifPresent(phone -> {
            Optional<String> to = Numbers.parse(body.getString("to"));
            if (to.isEmpty()) {
                Problems.badRequest(context, "A call needs 'to' (a number with its country code).");
                return;
            }
            telephony
                    .dial(phone.number(), to.get(), body.getBoolean("withheld", false))
                    .ifPresentOrElse(
                            sid -> Answers.json(context, 201, new JsonObject().put("sid", sid)),
                            () -> Problems.conflict(context, "Nobody answers there: no such line, or it is busy."));
        });
    }

    private void during(RoutingContext context, JsonObject body) {
        known(context).ifPresent(phone -> {
            String sid = context.pathParam("sid");
            boolean done = switch (context.pathParam("action")) {
                case "answer" -> telephony.answer(phone.number(), sid);
                case "reject" -> telephony.reject(phone.number(), sid);
                case "hangup" -> telephony.hangUp(phone.number(), sid);
                case "digits" -> telephony.press(phone.number(), sid, body.getString("digits", ""));
                default -> false;
            };
            if (done) {
                Answers.gone(context);
            } else {
                Problems.conflict(context, "The call is not in a state for this.");
            }
        });
    }

    private void lines(RoutingContext context) {
        JsonArray all = new JsonArray();
        accounts.lines()
                .forEach(rented -> all.add(
                        json(rented.line()).put("accountSid", rented.account().sid())));
        Answers.json(context, 200, new JsonObject().put("lines", all));
    }

    private void putLine(RoutingContext context, JsonObject body) {
        number(context).ifPresent(number -> {
            Line line = new Line(
                    number,
                    body.getString("smsUrl"),
                    body.getString("smsFallbackUrl"),
                    body.getString("voiceUrl"),
                    body.getString("statusUrl"));
            if (accounts.reconfigure(line)) {
                Answers.json(context, 200, json(line));
            } else {
                Problems.notFound(context);
            }
        });
    }

    private static void segments(RoutingContext context, JsonObject body) {
        Segments segments = Segments.of(body.getString("text", ""));
        Answers.json(
                context,
                200,
                new JsonObject()
                        .put("encoding", segments.encoding())
                        .put("segments", segments.count())
                        .put("units", segments.units())
                        .put("unitsPerSegment", segments.unitsPerSegment()));
    }

    private Optional<Phone> known(RoutingContext context) {
        Optional<Phone> phone = Numbers.parse(context.pathParam("number")).flatMap(phones::phone);
        if (phone.isEmpty()) {
            Problems.notFound(context);
        }
        return phone;
    }

    private static Optional<String> number(RoutingContext context) {
        Optional<String> number = Numbers.parse(context.pathParam("number"));
        if (number.isEmpty()) {
            Problems.badRequest(context, "Not a number with its country code.");
        }
        return number;
    }

    private static JsonObject summary(Phone phone) {
        return new JsonObject()
                .put("number", phone.number())
                .put("label", phone.label())
                .put("kind", lower(phone.kind()))
                .put("onCall", lower(phone.onCall()));
    }

    private static JsonObject json(Line line) {
        return new JsonObject()
                .put("number", line.number())
                .put("smsUrl", line.smsUrl())
                .put("smsFallbackUrl", line.smsFallbackUrl())
                .put("voiceUrl", line.voiceUrl())
                .put("statusUrl", line.statusUrl());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    static void withBody(RoutingContext context, Consumer<JsonObject> use) {
        JsonObject body;
        try {
            String text = context.body().asString();
            body = text == null || text.isBlank() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException e) {
            Problems.badRequest(context, "The body is not a JSON object.");
            return;
        }
        try {
            use.accept(body);
        } catch (IllegalArgumentException | ClassCastException e) {
            Problems.badRequest(context, "A field has a value that it cannot have.");
        }
    }
}
