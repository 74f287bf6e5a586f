package org.ovoz.intake.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Which port answers what: orders, and what the desk asks of routing, only behind mutual TLS, everything else only on the public port.
 * What is not behind a door is not there. Orders' answers carry the time, by which browsers date what they sign.
 */
@Singleton
class Doors {

    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final String ORDERS = "/orders";
    private static final Set<String> BEHIND_TLS = Set.of(ORDERS, ORDERS + "/explain");

    private final Clock clock;

    Doors(Clock clock) {
        this.clock = clock;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ELSE);
    }

    private void pass(RoutingContext request) {
        String path = request.normalizedPath();
        boolean isOrder = BEHIND_TLS.contains(path);
        // On the public port whatever only begins like it is refused as well: routing is more lenient than we are.
        boolean isThere = request.request().isSSL() ? isOrder : !path.startsWith(ORDERS);
        if (!isThere) {
            request.response().setStatusCode(404).end();
            return;
        }
        if (isOrder) {
            request.response()
                    .putHeader(
                            HttpHeaders.DATE,
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    clock.instant().atZone(ZoneOffset.UTC)));
        }
        request.next();
    }
}
