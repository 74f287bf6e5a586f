package org.ovoz.intake.orders.action;

import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;

/** An order whose signature holds. */
public record Order(OrderClaims claims, String jws, byte[] body, Instant at) {

    public ReportId report() {
        return claims.rid();
    }

    public TeamId team() {
        return claims.team();
    }

    public OrderAction action() {
        return claims.act();
    }

    public UUID id() {
        return claims.jti();
    }

    /** @throws MalformedContractException when the body is not what the action needs */
    public <T> T body(Class<T> type) {
        return Json.read(new String(body, java.nio.charset.StandardCharsets.UTF_8), type);
    }

    @Override
    public String toString() {
        return "Order[" + id() + " " + action() + " " + report() + "]";
    }
}
