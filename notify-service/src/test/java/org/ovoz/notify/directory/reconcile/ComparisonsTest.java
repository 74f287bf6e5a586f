package org.ovoz.notify.directory.reconcile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Sql;

@DeskTest
class ComparisonsTest {

    @Inject
    Comparisons comparisons;

    @Inject
    UnknownLogins unknownLogins;

    @Test
    void theLastComparisonIsShownWithItsTimeAndWhoNobodyInvited() {
        Sql.change("DELETE FROM login_comparison");
        Api.asAdmin()
                .get("/api/v1/directory/reconcile")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:not-compared"));
        now(unknownLogins.are(List.of("nobody-invited-me")));
        now(comparisons.keep(new ReconcileOutcome.Compared(3, 1, List.of("nobody-invited-me"))));
        Api.asAdmin()
                .get("/api/v1/directory/reconcile")
                .then()
                .statusCode(200)
                .body("changed", equalTo(3))
                .body("left", equalTo(1))
                .body("lostRealm", equalTo(false))
                .body("unknown.subject", contains("nobody-invited-me"));
        now(comparisons.keep(new ReconcileOutcome.LostRealm(12)));
        Api.asAdmin()
                .get("/api/v1/directory/reconcile")
                .then()
                .body("left", equalTo(12))
                .body("lostRealm", equalTo(true));
        now(unknownLogins.are(List.of()));
    }

    private static void now(Uni<Void> work) {
        work.await().atMost(Duration.ofSeconds(20));
    }
}
