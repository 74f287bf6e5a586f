package org.ovoz.local.journeys.running;

import java.net.URI;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.web.Web;

/** How many requests intake has answered, by its own metrics. */
public record Requests(Web web, URI management) {
    private static final String TEXTS = "http_server_requests_seconds_count\\{[^}]*uri=\"/twilio/sms\"[^}]*} ";
    private static final String UNDER_WAY = "http_server_active_requests\\{[^}]*server_port=\"%d\"[^}]*} ";

    /** Webhooks about texts that came in, whatever they were answered. */
    public long texts() {
        return sum(TEXTS);
    }

    /** Requests that have no answer yet. */
    public long underWay(URI address) {
        return sum(UNDER_WAY.formatted(address.getPort()));
    }

    private long sum(String metric) {
        String metrics =
                web.get(URI.create(management + "/q/metrics")).expect(200).body();
        return Pattern.compile(metric + "([0-9.E+]+)")
                .matcher(metrics)
                .results()
                .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                .sum();
    }
}
