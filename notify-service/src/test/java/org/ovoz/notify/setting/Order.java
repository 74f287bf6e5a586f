package org.ovoz.notify.setting;

import com.nimbusds.jose.jwk.ECKey;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;

/** An order as a responder's browser signs it. */
public record Order(String jws, String body) {

    public static Order of(OrderAction action, Report report, Team team) {
        return of(action, report.id(), team.id(), team.order(), "{\"sealed\":\"" + UUID.randomUUID() + "\"}");
    }

    public static Order of(OrderAction action, ReportId report, TeamId team, ECKey key, String body) {
        OrderClaims claims = new OrderClaims(
                report,
                action,
                Orders.bodyHash(body.getBytes(StandardCharsets.UTF_8)),
                Instant.now().getEpochSecond(),
                UUID.randomUUID(),
                team);
        return new Order(Orders.FORM.sign(claims, key), body);
    }

    public Response by(Person person, Report report) {
        return request(person).post(report.path() + "/orders");
    }

    /** A closing order. */
    public Response by(Person person, Report report, String closingReason) {
        return request(person).header("Ovoz-Closing-Reason", closingReason).post(report.path() + "/orders");
    }

    private RequestSpecification request(Person person) {
        return Api.as(person)
                .contentType("application/json")
                .header(Orders.HEADER, jws)
                .body(body);
    }
}
