package org.ovoz.local.carrier.rest;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The documented error body, with the HTTP status that belongs to it. */
public record TwilioError(int status, int code, String message) {
    private static final Map<Integer, String> KNOWN = Map.ofEntries(
            Map.entry(21211, "Invalid 'To' Phone Number"),
            Map.entry(21215, "Geo Permission configuration is not permitting call"),
            Map.entry(
                    21408,
                    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"),
            Map.entry(
                    21606, "The 'From' phone number provided is not a valid, message-capable number for your account"),
            Map.entry(21610, "Attempt to send to unsubscribed recipient"),
            Map.entry(21612, "The 'To' phone number is not currently reachable using the 'From' phone number"),
            Map.entry(21614, "'To' number is not a valid mobile number"),
            Map.entry(30003, "Unreachable destination handset"),
            Map.entry(30005, "Unknown destination handset"),
            Map.entry(30006, "Landline or unreachable carrier"),
            Map.entry(30007, "Message filtered"),
            Map.entry(30008, "Unknown error"));

    /** 400 with a code whose text is known, or a plain one. */
    public static TwilioError refusal(int code) {
        return new TwilioError(400, code, describe(code));
    }

    public static TwilioError refusal(int code, String message) {
        return new TwilioError(400, code, message);
    }

    public static TwilioError authenticate() {
        return new TwilioError(401, 20003, "Authenticate");
    }

    public static TwilioError notFound(String path) {
        return new TwilioError(404, 20404, "The requested resource " + path + " was not found");
    }

    public static TwilioError tooManyRequests() {
        return new TwilioError(429, 20429, "Too Many Requests");
    }

    /** 20500 to 20504 are answered with the HTTP status in their last digits. */
    public static TwilioError serverError(int code) {
        int status = code >= 20500 && code <= 20504 ? code - 20000 : 503;
        return new TwilioError(
                status, code, status == 500 ? "An internal server error has occurred" : "Service is unavailable");
    }

    public static String describe(int code) {
        return KNOWN.getOrDefault(code, "Refused with " + code);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
    }
}
