package org.ovoz.local.carrier.webhooks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** An entry of the carrier's error log: 11200 a webhook failed, 12100 a document could not be read, and so on. */
public record CarrierError(int code, String url, String resourceSid, String detail, Instant at) {

    public JsonObject toJson() {
        return new JsonObject()
                .put("code", code)
                .put("url", url)
                .put("resource", resourceSid)
                .put("detail", detail)
                .put("at", at.toString());
    }
}
