package org.ovoz.local.journeys.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import org.ovoz.contracts.Json;

/** What a server answered. */
public record Answer(URI from, int status, HttpHeaders headers, String body) {

    /** @throws UnexpectedAnswer when the status is another one; its message repeats the problem's type, never the body */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswer(from, expected, status, problem());
        }
        return this;
    }

    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    /** The last part of the problem's type, such as {@code already-claimed}; empty when the body is no problem. */
    public String problem() {
        if (!headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return "";
        }
        String type = Json.read(body, JsonNode.class).path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return "Answer[" + status + " from " + Web.withoutQuery(from) + "]";
    }
}
