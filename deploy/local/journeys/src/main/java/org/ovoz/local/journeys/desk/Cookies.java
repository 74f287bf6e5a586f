package org.ovoz.local.journeys.desk;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.web.Answer;

/**
 * The cookies of one login. The JDK's own manager keeps Keycloak's back: they are marked secure, and unlike every browser it
 * does not take plain http to localhost for secure.
 */
final class Cookies {
    private final Map<String, String> values = new TreeMap<>();

    void take(Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    String header() {
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
