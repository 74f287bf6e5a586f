package org.ovoz.local.journeys.sealed;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.KeyFile;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;

/** The keys of one team out of a responder's key file: signs orders, opens what the team was granted. */
public final class Keyring {
    private final ECKey line;
    private final KeyFile.TeamKeys keys;
    private final Clock clock;

    private Keyring(ECKey line, KeyFile.TeamKeys keys, Clock clock) {
        this.line = line;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param teams those whose case it is; the first of them that the key file knows is taken */
    public static Keyring of(Path keyFile, Collection<TeamId> teams, Clock clock) {
        KeyFile file = read(keyFile);
        return file.teams().stream()
                .filter(keys -> teams.contains(keys.team()))
                .findFirst()
                .map(keys -> new Keyring(file.line(), keys, clock))
                .orElseThrow(() -> new IllegalStateException("the key file holds no key of " + teams));
    }

    private static KeyFile read(Path file) {
        try {
            return Json.read(Files.readString(file, StandardCharsets.UTF_8), KeyFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SignedOrder fetch(ReportId report) {
        return sign(report, OrderAction.FETCH, new OrderBody.Fetch());
    }

    public SignedOrder close(ReportId report) {
        return sign(report, OrderAction.CLOSE, new OrderBody.Close());
    }

    public SignedOrder erase(ReportId report, OrderBody.What what) {
        return sign(report, OrderAction.ERASE, new OrderBody.Erase(what));
    }

    public SignedOrder reply(ReportId report, OrderBody.Reply reply) {
        return sign(report, OrderAction.REPLY, reply);
    }

    private SignedOrder sign(ReportId report, OrderAction action, OrderBody content) {
        String body = Json.write(content);
        String hash = Orders.bodyHash(body.getBytes(StandardCharsets.UTF_8));
        OrderClaims claims =
                new OrderClaims(report, action, hash, clock.instant().getEpochSecond(), Ids.random(), keys.team());
        return new SignedOrder(report, body, Orders.FORM.sign(claims, keys.order()));
    }

    ECKey administrationKey() {
        return line;
    }

    ECKey encryptionKey() {
        return keys.encryption();
    }

    TeamId team() {
        return keys.team();
    }

    @Override
    public String toString() {
        return "Keyring[" + keys.team() + ", REDACTED]";
    }
}
