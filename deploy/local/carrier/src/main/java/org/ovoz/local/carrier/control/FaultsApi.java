package org.ovoz.local.carrier.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ovoz.local.carrier.accounts.Numbers;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.phones.Changes;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.webhooks.ErrorLog;

/** {@code /control/faults} and {@code /control/errors}: what shall go wrong, and what did. */
public final class FaultsApi {
    private final Faults faults;
    private final ErrorLog errors;
    private final Changes changes;

    public FaultsApi(Faults faults, ErrorLog errors, Changes changes) {
        this.faults = faults;
        this.errors = errors;
        this.changes = changes;
    }

    public void mount(Router control) {
        control.get("/faults").handler(this::list);
        control.post("/faults").handler(context -> ControlApi.withBody(context, body -> add(context, body)));
        control.delete("/faults").handler(this::clear);
        control.delete("/faults/:id").handler(this::remove);
        control.get("/errors").handler(this::errors);
        control.delete("/errors").handler(context -> {
            errors.clear();
            changes.elsewhere();
            Answers.gone(context);
        });
    }

    private void list(RoutingContext context) {
        JsonArray due = new JsonArray();
        faults.due().forEach((id, fault) -> due.add(json(id, fault)));
        JsonArray kinds = new JsonArray();
        Arrays.stream(FaultKind.values()).forEach(kind -> kinds.add(kind.wireName()));
        Answers.json(context, 200, new JsonObject().put("faults", due).put("kinds", kinds));
    }

    private void add(RoutingContext context, JsonObject body) {
        Optional<FaultKind> kind = FaultKind.of(body.getString("kind", ""));
        if (kind.isEmpty()) {
            Problems.badRequest(
                    context,
                    "'kind' is one of "
                            + Arrays.stream(FaultKind.values())
                                    .map(FaultKind::wireName)
                                    .collect(Collectors.joining(", ")));
            return;
        }
        String phone = body.getString("phone", "");
        Optional<String> number = Numbers.parse(phone);
        if (!phone.isBlank() && number.isEmpty()) {
            Problems.badRequest(context, "'phone' is not a number with its country code.");
            return;
        }
        Fault fault = Fault.next(kind.get())
                .to(number.orElse(null))
                .count(Math.max(0, body.getInteger("count", 1)))
                .code(body.getInteger("code", kind.get().defaultCode()))
                .times(Math.clamp(body.getInteger("times", 2), 1, 50))
                .delayMillis(Math.clamp(body.getLong("delayMillis", 1000L), 1L, 600_000L));
        int id = faults.add(fault);
        changes.elsewhere();
        Answers.json(context, 201, json(id, fault));
    }

    private void clear(RoutingContext context) {
        faults.clear();
        changes.elsewhere();
        Answers.gone(context);
    }

    private void remove(RoutingContext context) {
        String id = context.pathParam("id");
        if (id.matches("\\d{1,8}") && faults.remove(Integer.parseInt(id))) {
            changes.elsewhere();
            Answers.gone(context);
        } else {
            Problems.notFound(context);
        }
    }

    private void errors(RoutingContext context) {
        JsonArray all = new JsonArray();
        errors.all().forEach(error -> all.add(error.toJson()));
        Answers.json(context, 200, new JsonObject().put("errors", all));
    }

    private static JsonObject json(int id, Fault fault) {
        return new JsonObject()
                .put("id", id)
                .put("kind", fault.kind().wireName())
                .put("phone", fault.phone())
                .put("count", fault.count())
                .put("code", fault.code())
                .put("times", fault.times())
                .put("delayMillis", fault.delayMillis());
    }
}
