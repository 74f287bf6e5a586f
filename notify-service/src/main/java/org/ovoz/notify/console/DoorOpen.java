package org.ovoz.notify.console;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The port for health answers before the one that people come to: ready is who lets them in. */
@Readiness
@ApplicationScoped
class DoorOpen implements HealthCheck {

    private volatile boolean isOpen;

    void opened(@ObservesAsync HttpServerStart door) {
        isOpen = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("door").status(isOpen).build();
    }
}
