package org.ovoz.notify.link.key;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.LinkVouch;
import org.ovoz.contracts.team.SignedLinkVouch;
import org.ovoz.notify.directory.Caller;

/** What the desk can tell of a vouch without a key: who signed it, for which key, and to whom it is sealed. Browsers check it again. */
@ApplicationScoped
class CheckVouches {

    private static final String TEAMS = """
            SELECT t.id, t.encryption_kid, team_record(t.record) ->> 'orderKey' AS order_key,
                team_record_kid(m.jws, 'encryptionKey') AS next_kid, team_record(m.jws) ->> 'orderKey' AS next_order
            FROM team t LEFT JOIN team_proposal m ON m.team = t.id WHERE t.organisation = $1 AND NOT t.suspended""";

    /** Those that are of this key and generation, each; empty when one is not. */
    Uni<Optional<List<Vouched>>> check(SqlClient transaction, Caller caller, Key key, List<String> jws) {
        return transaction
                .preparedQuery(TEAMS)
                .execute(Tuple.of(caller.organisation().value()))
                .map(rows -> {
                    Map<TeamId, TeamOrder> teams = new HashMap<>();
                    rows.forEach(row -> teams.put(new TeamId(row.getString("id")), orderOf(row)));
                    return jws.stream()
                            .map(one -> check(teams, caller, key, one))
                            .reduce(
                                    Optional.of(List.of()),
                                    (all, one) -> all.flatMap(before -> one.map(its -> with(before, its))),
                                    (left, right) -> left);
                });
    }

    private static Optional<Vouched> check(Map<TeamId, TeamOrder> teams, Caller caller, Key key, String jws) {
        return signer(jws)
                .filter(by -> caller.teams().contains(by))
                .map(teams::get)
                .flatMap(by -> by.verified(jws))
                .filter(vouch -> vouch.organisation().equals(caller.organisation()))
                .filter(vouch -> vouch.kid().equals(key.kid()) && vouch.generation() == key.generation())
                .filter(vouch -> isOf(teams.get(vouch.team()), vouch))
                .map(vouch -> new Vouched(vouch.team(), vouch.teamKid(), jws));
    }

    private static boolean isOf(@Nullable TeamOrder team, LinkVouch vouch) {
        return team != null && team.has(vouch.teamKid());
    }

    private static Optional<TeamId> signer(String jws) {
        try {
            return Optional.of(SignedLinkVouch.claimed(jws).by());
        } catch (BadSignatureException none) {
            return Optional.empty();
        }
    }

    private static List<Vouched> with(List<Vouched> before, Vouched one) {
        List<Vouched> all = new ArrayList<>(before);
        all.add(one);
        return all;
    }

    private static TeamOrder orderOf(Row row) {
        String next = row.getString("next_order");
        return new TeamOrder(
                row.getString("encryption_kid"),
                Json.read(row.getString("order_key"), ECKey.class),
                row.getString("next_kid"),
                next == null ? null : Json.read(next, ECKey.class));
    }

    /** Which key is vouched for. */
    record Key(String kid, int generation) {}

    /** One that can be kept. */
    record Vouched(TeamId team, String teamKid, String jws) {}
}
