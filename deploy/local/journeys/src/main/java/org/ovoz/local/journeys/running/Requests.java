package org.ovoz.local.journeys.running;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.web.Web;

/** How many requests intake has answered, by its own metrics. */
public record Requests(Web web, URI management) {
    private static final Pattern TEXTS =
            Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"/twilio/sms\"[^}]*} ([0-9.E+]+)");

    /** Webhooks about texts that came in, whatever they were answered. */
    public long texts() {
        String metrics =
                web.get(URI.create(management + "/q/metrics")).expect(200).body();
        return TEXTS.matcher(metrics)
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToLong(number -> (long) Double.parseDouble(number))
                .sum();
    }
}
