package org.ovoz.local.carrier.calls;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ovoz.local.carrier.accounts.Accounts.RentedLine;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.messages.Messaging.World;
import org.ovoz.local.carrier.phones.Changes;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.recordings.Recordings;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** The carrier's voice service: what phones and customers do with calls. */
public final class Telephony {
    /** How a withheld number looks at Twilio. */
    private static final String WITHHELD = "+266696687";

    private final World world;
    private final Clock clock;
    private final Calls calls = new Calls();
    private final Map<String, CallScript> scripts = new HashMap<>();
    private final CallScript.Tools tools;
    private final CallsApi api;

    public Telephony(
            World world,
            Webhooks webhooks,
            ErrorLog errors,
            Faults faults,
            Recordings recordings,
            Surroundings surroundings) {
        this.world = world;
        this.clock = world.clock();
        this.tools = new CallScript.Tools(
                world.vertx(),
                world.pace(),
                webhooks,
                errors,
                new CallProgress(webhooks, surroundings.changes(), clock, this::tidy),
                Rooms.with(recordings),
                surroundings.address());
        PlaceCall placing = new PlaceCall(world.accounts(), faults, calls, this::ring, clock);
        this.api = new CallsApi(calls, placing, this);
    }

    public void mount(Router account) {
        api.mount(account);
    }

    public void clear() {
        scripts.values().forEach(CallScript::stop);
        scripts.clear();
        calls.clear();
        tools.conferences().clear();
        tools.rooms().keypads().clear();
    }

    /** Somebody dials a line; the SID of the call, or nothing when nobody can answer. */
    public Optional<String> dial(String phone, String to, boolean withheld) {
        Optional<RentedLine> line =
                world.accounts().line(to).filter(rented -> rented.line().voiceUrl() != null && !calls.isBusy(phone));
        return line.map(rented -> {
            Call call = new Call(
                    Sids.next("CA"),
                    new Call.Parties(rented.account(), withheld ? WITHHELD : phone, to, phone, true),
                    new Call.Wishes(
                            rented.line().voiceUrl(),
                            true,
                            null,
                            rented.line().statusUrl(),
                            Set.of("completed"),
                            60,
                            false),
                    "ringing",
                    clock.instant());
            calls.add(call);
            tools.progress().to(call, "ringing");
            script(call).fetch(String.valueOf(rented.line().voiceUrl()), true, Map.of());
            return call.sid;
        });
    }

    /** The phone takes the call that rings on it. */
    public boolean answer(String phone, String sid) {
        return ringing(phone, sid).map(this::answered).orElse(false);
    }

    public boolean reject(String phone, String sid) {
        return ringing(phone, sid)
                .map(call -> {
                    end(call, "busy");
                    return true;
                })
                .orElse(false);
    }

    public boolean hangUp(String phone, String sid) {
        return running(phone, sid)
                .map(call -> {
                    end(call, "completed");
                    return true;
                })
                .orElse(false);
    }

    /** Keys are pressed one after the other, each heard by what listens at that moment. */
    public boolean press(String phone, String sid, String digits) {
        Optional<Call> call = running(phone, sid).filter(any -> digits.matches("[0-9*#]{1,40}"));
        call.ifPresent(found -> {
            tools.progress().heard(found, "press", digits);
            for (char digit : digits.toCharArray()) {
                Consumer<String> listener = tools.rooms().keypads().get(found.sid);
                if (listener != null) {
                    listener.accept(String.valueOf(digit));
                }
            }
        });
        return call.isPresent();
    }

    /** The phone's last calls, oldest first. */
    public JsonArray callsOf(String phone, int most) {
        List<Call> known = calls.at(phone);
        JsonArray last = new JsonArray();
        known.subList(Math.max(0, known.size() - most), known.size()).forEach(call -> last.add(call.asSeenBy(phone)));
        return last;
    }

    CallScript script(Call call) {
        return scripts.computeIfAbsent(call.sid, sid -> new CallScript(call, tools));
    }

    void end(Call call, String status) {
        tools.progress().to(call, status);
    }

    /** The call is over: a recording under way is kept, the seat in a conference is free. */
    private void tidy(Call call) {
        Consumer<String> listener = tools.rooms().keypads().get(call.sid);
        if (listener != null) {
            listener.accept(Rooms.HANG_UP);
        }
        CallScript script = scripts.remove(call.sid);
        if (script != null) {
            script.stop();
        }
        tools.rooms().forget(call);
        tools.conferences().leave(call);
    }

    private void ring(Call call, boolean reaches) {
        world.vertx().runOnContext(now -> tools.progress().tell(call));
        world.vertx().setTimer(world.pace().stepMillis(), timer -> {
            Optional<Phone> phone = world.phones().phone(call.parties.to());
            if (!reaches || phone.isEmpty()) {
                end(call, "failed");
            } else if (phone.get().onCall() == Phone.OnCall.BUSY || calls.isBusy(call.parties.phone())) {
                end(call, "busy");
            } else if (!call.isOver()) {
                ring(call, phone.get());
            }
        });
    }

    private void ring(Call call, Phone phone) {
        tools.progress().to(call, "ringing");
        if (phone.onCall() == Phone.OnCall.ANSWER) {
            world.vertx().setTimer(world.pace().stepMillis(), timer -> answer(phone.number(), call.sid));
        }
        world.vertx().setTimer(world.pace().seconds(call.wishes.ringSeconds()), timer -> {
            if (call.is("ringing")) {
                end(call, "no-answer");
            }
        });
    }

    private boolean answered(Call call) {
        tools.progress().to(call, "in-progress");
        String twiml = call.wishes.twiml();
        if (twiml != null && !twiml.isBlank()) {
            script(call).perform(twiml, "");
        } else {
            script(call).fetch(String.valueOf(call.wishes.url()), call.wishes.post(), Map.of());
        }
        return true;
    }

    private Optional<Call> ringing(String phone, String sid) {
        return calls.at(phone, sid).filter(call -> call.is("ringing") && !call.parties.inbound());
    }

    private Optional<Call> running(String phone, String sid) {
        return calls.at(phone, sid)
                .filter(call -> call.is("in-progress") || (call.is("ringing") && call.parties.inbound()));
    }

    /** What else the calls need to know. */
    public record Surroundings(Changes changes, Supplier<String> address) {}
}
