package org.ovoz.intake.channel.twilio;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What a webhook says its body is counts for nothing: it is read as a form and checked as one. An odd or broken content type must not
 * keep a text from being taken, nor from being checked.
 */
@Singleton
class AnyContentType {

    private static final int BEFORE_ROUTING = 9_000;

    void watch(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.normalizedPath().startsWith("/twilio/")) {
                        request.request().headers().remove("Content-Type");
                    }
                    request.next();
                },
                BEFORE_ROUTING);
    }
}
