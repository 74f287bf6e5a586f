package org.ovoz.intake.setting;

import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;

/** An order as it leaves a responder's browser. What is changed here is signed anew, unless it says otherwise. */
public record SignedOrder(Said said, String body, ECKey key) {

    /** What the signature covers besides the body. */
    public record Said(ReportId report, OrderAction action, UUID jti, Instant at, TeamId team) {}

    static SignedOrder of(Team team, ReportId report, OrderAction action, String body) {
        Said said = new Said(report, action, Ids.random(), MovableClock.now(), team.id());
        return new SignedOrder(said, body, team.orderKey());
    }

    public UUID jti() {
        return said.jti();
    }

    public SignedOrder with(OrderAction action) {
        return new SignedOrder(new Said(said.report(), action, said.jti(), said.at(), said.team()), body, key);
    }

    public SignedOrder withBody(String other) {
        return new SignedOrder(said, other, key);
    }

    public SignedOrder signedWith(ECKey other) {
        return new SignedOrder(said, body, other);
    }

    public SignedOrder withJti(UUID jti) {
        return new SignedOrder(new Said(said.report(), said.action(), jti, said.at(), said.team()), body, key);
    }

    public SignedOrder later(Duration by) {
        return new SignedOrder(
                new Said(said.report(), said.action(), said.jti(), said.at().plus(by), said.team()), body, key);
    }

    public String jws() {
        String hash = Orders.bodyHash(bytes());
        OrderClaims claims = new OrderClaims(
                said.report(), said.action(), hash, said.at().getEpochSecond(), said.jti(), said.team());
        return Orders.FORM.sign(claims, key);
    }

    public Answer send() {
        return Answer.of(OrdersDoor.send(jws(), bytes()));
    }

    /** With another body than the one that was signed. */
    public Answer sendWithBody(String other) {
        return Answer.of(OrdersDoor.send(jws(), other.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** What intake answered. */
    public record Answer(int status, String body, HttpResponse<String> http) {

        static Answer of(HttpResponse<String> http) {
            return new Answer(http.statusCode(), http.body(), http);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
