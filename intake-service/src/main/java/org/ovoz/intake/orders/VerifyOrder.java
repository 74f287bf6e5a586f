package org.ovoz.intake.orders;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.intake.orders.action.Order;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;

/** Whether an order is a team's word: its signature, its time, the very bytes of its body. */
@Singleton
class VerifyOrder {

    private final Teams teams;
    private final OrderConfig config;
    private final Clock clock;

    VerifyOrder(Teams teams, OrderConfig config, Clock clock) {
        this.teams = teams;
        this.config = config;
        this.clock = clock;
    }

    /** An order, or why it is none. */
    sealed interface Verified {
        record Good(Order order) implements Verified {}

        record Bad(Refusal refusal) implements Verified {}
    }

    Verified verify(@Nullable String jws, byte[] body) {
        Instant now = clock.instant();
        try {
            String signed = jws == null ? "" : jws;
            OrderClaims said = Orders.FORM.peek(signed).value();
            Optional<KnownTeam> team = teams.now().find(said.team());
            if (team.isEmpty()) {
                return new Verified.Bad(Refusal.badSignature());
            }
            OrderClaims claims = Orders.FORM.verify(signed, team.get().record().orderKey());
            if (!Orders.bodyHash(body).equals(claims.bh())) {
                return new Verified.Bad(Refusal.badSignature());
            }
            if (team.get().suspended()) {
                return new Verified.Bad(Refusal.of(403, "team-suspended", "The team is suspended"));
            }
            return isInTime(claims, now)
                    ? new Verified.Good(new Order(claims, signed, body, now))
                    : new Verified.Bad(Refusal.of(422, "order-expired", "The order's time is too far from intake's"));
        } catch (BadSignatureException forged) {
            return new Verified.Bad(Refusal.badSignature());
        }
    }

    private boolean isInTime(OrderClaims claims, Instant now) {
        return Duration.between(Instant.ofEpochSecond(claims.iat()), now).abs().compareTo(config.clocksMayDiffer())
                <= 0;
    }
}
