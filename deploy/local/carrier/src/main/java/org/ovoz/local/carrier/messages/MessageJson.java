package org.ovoz.local.carrier.messages;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.TwilioError;

/** The documented representation of a Message. */
final class MessageJson {
    private MessageJson() {}

    static JsonObject of(Message message) {
        String uri = "/2010-04-01/Accounts/" + message.account.sid() + "/Messages/" + message.sid;
        Integer code = message.errorCode();
        return new JsonObject()
                .put("account_sid", message.account.sid())
                .put("api_version", "2010-04-01")
                .put("body", message.body())
                .put("date_created", Dates.text(message.created))
                .put("date_sent", Dates.text(message.sent()))
                .put("date_updated", Dates.text(message.updated()))
                .put("direction", message.direction)
                .put("error_code", code)
                .put("error_message", description(code))
                .put("from", message.from)
                .put("messaging_service_sid", null)
                .put("num_media", Integer.toString(message.media))
                .put("num_segments", Integer.toString(message.segments.count()))
                .put("price", null)
                .put("price_unit", "USD")
                .put("sid", message.sid)
                .put("status", message.status())
                .put("subresource_uris", new JsonObject().put("media", uri + "/Media.json"))
                .put("to", message.to)
                .put("uri", uri + ".json");
    }

    private static @Nullable String description(@Nullable Integer code) {
        return code == null ? null : TwilioError.describe(code);
    }
}
