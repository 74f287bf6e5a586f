package org.ovoz.intake.edge;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.ovoz.intake.sealing.ShredKeys;

/**
 * Ready is who can take a report: the doors are open (this port is before them), the database answers, and there are keys to shred it by.
 * Kafka and the desk are not needed for that.
 */
@Readiness
@ApplicationScoped
class Ready implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;
    private final ShredKeys shredKeys;
    private volatile boolean takesReports;
    private volatile boolean takesOrders;

    Ready(Pool pool, ShredKeys shredKeys) {
        this.pool = pool;
        this.shredKeys = shredKeys;
    }

    void opened(@ObservesAsync HttpServerStart publicDoor) {
        takesReports = true;
    }

    void opened(@ObservesAsync HttpsServerStart desksDoor) {
        takesOrders = true;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("SELECT 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> takesReports && takesOrders && shredKeys.ready() > 0)
                .onFailure()
                .recoverWithItem(false)
                .map(up -> HealthCheckResponse.named("reports can be taken")
                        .status(up)
                        .withData("shredKeys", shredKeys.ready())
                        .build());
    }
}
