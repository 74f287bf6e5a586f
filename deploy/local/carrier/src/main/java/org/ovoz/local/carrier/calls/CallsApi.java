package org.ovoz.local.carrier.calls;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.Listing;
import org.ovoz.local.carrier.rest.TwilioError;

/** {@code /Calls.json} and {@code /Calls/{Sid}.json}. */
final class CallsApi {
    private final Calls calls;
    private final PlaceCall placing;
    private final Telephony telephony;

    CallsApi(Calls calls, PlaceCall placing, Telephony telephony) {
        this.calls = calls;
        this.placing = placing;
        this.telephony = telephony;
    }

    void mount(Router account) {
        account.post("/Calls.json").handler(this::create);
        account.get("/Calls.json").handler(this::list);
        account.get("/Calls/:sid.json")
                .handler(context -> found(context).ifPresent(call -> Answers.json(context, 200, CallJson.of(call))));
        account.post("/Calls/:sid.json").handler(this::update);
        account.delete("/Calls/:sid.json").handler(this::delete);
    }

    private void create(RoutingContext context) {
        switch (placing.place(Answers.account(context), context.request().formAttributes())) {
            case PlaceCall.Placed placed -> Answers.json(context, 201, CallJson.of(placed.call()));
            case PlaceCall.PlacedInSilence silent -> context.request().pause();
            case PlaceCall.Refused refused -> Answers.error(context, refused.error());
        }
    }

    private void list(RoutingContext context) {
        MultiMap query = context.queryParams();
        List<Call> found = calls.of(
                Answers.account(context),
                call -> passes(query.get("To"), call.parties.to())
                        && passes(query.get("From"), call.parties.from())
                        && passes(query.get("Status"), call.status())
                        && Dates.within(query, "StartTime", call.started())
                        && Dates.within(query, "EndTime", call.ended()));
        Listing.answer(context, "calls", found, call -> call.sid, CallJson::of);
    }

    private static boolean passes(@Nullable String filter, String value) {
        return filter == null || filter.equals(value);
    }

    /** Status=completed or canceled ends the call; Url or Twiml sends a running one elsewhere. */
    private void update(RoutingContext context) {
        found(context).ifPresent(call -> {
            MultiMap form = context.request().formAttributes();
            Optional<TwilioError> refusal = update(call, form);
            if (refusal.isPresent()) {
                Answers.error(context, refusal.get());
            } else {
                Answers.json(context, 200, CallJson.of(call));
            }
        });
    }

    private Optional<TwilioError> update(Call call, MultiMap form) {
        String status = form.get("Status");
        String url = form.get("Url");
        String twiml = form.get("Twiml");
        if (status != null) {
            if (!status.equals("completed") && !status.equals("canceled")) {
                return Optional.of(TwilioError.refusal(21218, "Invalid Status: " + status));
            }
            telephony.end(call, call.is("in-progress") ? "completed" : "canceled");
            return Optional.empty();
        }
        if (!call.is("in-progress")) {
            return Optional.of(TwilioError.refusal(21220, "Call is not in-progress. Cannot redirect."));
        }
        if (twiml != null) {
            telephony.script(call).perform(twiml, "");
        } else if (url != null) {
            telephony.script(call).fetch(url, !"GET".equalsIgnoreCase(form.get("Method")), Map.of());
        } else {
            return Optional.of(TwilioError.refusal(20001, "Status, Url or Twiml is required"));
        }
        return Optional.empty();
    }

    private void delete(RoutingContext context) {
        found(context).ifPresent(call -> {
            if (!call.isOver()) {
                Answers.error(context, new TwilioError(409, 20009, "Cannot delete a call that is not completed."));
                return;
            }
            calls.remove(call.sid);
            Answers.gone(context);
        });
    }

    private Optional<Call> found(RoutingContext context) {
        Optional<Call> call = calls.of(Answers.account(context), context.pathParam("sid"));
        if (call.isEmpty()) {
            Answers.notFound(context);
        }
        return call;
    }
}
