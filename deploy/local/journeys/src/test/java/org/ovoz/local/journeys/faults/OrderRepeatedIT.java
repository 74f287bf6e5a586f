package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.order.KeyFile;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.sealed.Keyring;
import org.ovoz.local.journeys.sealed.SignedOrder;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Await;

/** Orders that come late, again, or changed under the same id. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderRepeatedIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TOO_FAR = Duration.ofMinutes(11);
    private static final String ANSWER = "Xabaringizni oʻqidik. Hozir xavfsizmisiz?";

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");
    private final Person person = running.stack().person("aziza");
    private HeldReport report;

    @BeforeAll
    void holdAReport() {
        report = HeldReport.by(running, aziza, "aziza");
    }

    @Test
    void anOrderWhoseTimeIsTooFarOffIsRefused() {
        for (Duration off : new Duration[] {TOO_FAR, TOO_FAR.negated()}) {
            Keyring keys = Keyring.of(person.keyFile(), report.view().teams(), Clock.offset(Clock.systemUTC(), off));
            isRefused(aziza.order(keys.close(report.id())), 422, "order-expired");
        }
        assertThat(aziza.look(report.id()).state()).isNotEqualTo("closed");
    }

    @Test
    void theSameReplyTwiceIsOneTextAndTheSameOutcome() {
        SignedOrder order = report.reply(ANSWER);
        Answer first = aziza.order(order).expect(200);
        Answer second = aziza.order(order).expect(200);
        assertThat(second.body()).isEqualTo(first.body());
        Await.until(
                "the reply delivered",
                SOON,
                () -> Optional.of(report.replies()).filter(replies -> replies.delivered() == 1));
        assertThat(running.traces(report.id()).told("ReplyAccepted")).hasSize(1);
        assertThat(running.traces(report.id()).received(report.number()))
                .filteredOn(text -> text.body().equals(ANSWER))
                .hasSize(1);
    }

    @Test
    void theSameIdWithAnotherBodyOrForAnotherActionIsRefused() throws Exception {
        SignedOrder fetch = report.keys().fetch(report.id());
        aziza.order(fetch).expect(200);
        OrderClaims claims = Orders.FORM.peek(fetch.jws()).value();
        isRefused(aziza.order(under(claims, report.keys().close(report.id()))), 409, "jti-reused");
        isRefused(aziza.order(under(claims, report.reply(ANSWER))), 409, "jti-reused");
        assertThat(aziza.look(report.id()).state()).isNotEqualTo("closed");
    }

    @Test
    void aFetchMayBeRepeatedForFiveMinutes() throws SQLException {
        SignedOrder fetch = report.keys().fetch(report.id());
        String first = aziza.order(fetch).expect(200).body();
        assertThat(aziza.order(fetch).expect(200).body()).isEqualTo(first);
        try (Connection intake = running.databases().intake()) {
            Databases.change(
                    intake,
                    "UPDATE order_taken SET at = at - interval '6 minutes' WHERE jti = ?",
                    Orders.FORM.peek(fetch.jws()).value().jti());
        }
        isRefused(aziza.order(fetch), 409, "order-expired");
    }

    /** That order's body and action, signed with the claims of another. */
    private SignedOrder under(OrderClaims known, SignedOrder other) throws IOException {
        OrderClaims said = Orders.FORM.peek(other.jws()).value();
        KeyFile file = Json.read(Files.readString(person.keyFile(), StandardCharsets.UTF_8), KeyFile.class);
        KeyFile.TeamKeys keys = file.teams().stream()
                .filter(team -> team.team().equals(known.team()))
                .findFirst()
                .orElseThrow();
        OrderClaims claims = new OrderClaims(known.rid(), said.act(), said.bh(), said.iat(), known.jti(), known.team());
        return new SignedOrder(other.report(), other.body(), Orders.FORM.sign(claims, keys.order()));
    }

    private static void isRefused(Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }
}
