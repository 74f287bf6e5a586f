package org.ovoz.local.carrier.recordings;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.rest.Dates;

/** A finished Recording resource. */
public record Recording(String sid, Account account, String callSid, int seconds, Instant started) {

    /** Path of the resource without an extension, which is also where the media are. */
    public String path() {
        return "/2010-04-01/Accounts/" + account.sid() + "/Recordings/" + sid;
    }

    JsonObject toJson(String origin) {
        return new JsonObject()
                .put("account_sid", account.sid())
                .put("api_version", "2010-04-01")
                .put("call_sid", callSid)
                .put("conference_sid", null)
                .put("channels", 1)
                .put("date_created", Dates.text(started))
                .put("date_updated", Dates.text(started.plusSeconds(seconds)))
                .put("start_time", Dates.text(started))
                .put("duration", Integer.toString(seconds))
                .put("price", null)
                .put("price_unit", "USD")
                .put("sid", sid)
                .put("source", "RecordVerb")
                .put("status", "completed")
                .put("error_code", null)
                .put("encryption_details", null)
                .put("media_url", origin + path())
                .put("uri", path() + ".json")
                .put("subresource_uris", new JsonObject());
    }
}
