package org.ovoz.local.carrier.calls;

import io.vertx.core.json.JsonObject;
import org.ovoz.local.carrier.rest.Dates;

/** The documented representation of a Call. */
final class CallJson {
    private CallJson() {}

    static JsonObject of(Call call) {
        String uri = "/2010-04-01/Accounts/" + call.parties.account().sid() + "/Calls/" + call.sid;
        return new JsonObject()
                .put("account_sid", call.parties.account().sid())
                .put("annotation", null)
                .put("answered_by", call.wishes.detectsMachines() && call.started() != null ? "human" : null)
                .put("api_version", "2010-04-01")
                .put("caller_name", null)
                .put("date_created", Dates.text(call.created))
                .put("date_updated", Dates.text(call.updated()))
                .put("direction", call.parties.direction())
                .put("duration", call.isOver() ? Long.toString(call.seconds()) : null)
                .put("end_time", Dates.text(call.ended()))
                .put("forwarded_from", null)
                .put("from", call.parties.from())
                .put("from_formatted", call.parties.from())
                .put("group_sid", null)
                .put("parent_call_sid", null)
                .put("phone_number_sid", "")
                .put("price", null)
                .put("price_unit", "USD")
                .put("queue_time", "0")
                .put("sid", call.sid)
                .put("start_time", Dates.text(call.started()))
                .put("status", call.status())
                .put("subresource_uris", new JsonObject().put("recordings", uri + "/Recordings.json"))
                .put("to", call.parties.to())
                .put("to_formatted", call.parties.to())
                .put("trunk_sid", null)
                .put("uri", uri + ".json");
    }
}
