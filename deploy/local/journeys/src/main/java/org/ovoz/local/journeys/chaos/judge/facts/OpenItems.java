package org.ovoz.local.journeys.chaos.judge.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;

/** Opens stored messages as their teams would: the grant from under the report's shred key, the item with the grant. */
final class OpenItems {
    private final Map<UUID, byte[]> shredKeys;
    private final Map<UUID, Set<String>> addressed;
    private final Map<UUID, List<Grant>> grants;
    private final Map<String, ECKey> teams;

    private record Grant(UUID item, String team, String jwe) {}

    private record Addressed(UUID report, String team) {}

    private OpenItems(
            Map<UUID, byte[]> shredKeys,
            Map<UUID, Set<String>> addressed,
            Map<UUID, List<Grant>> grants,
            Map<String, ECKey> teams) {
        this.shredKeys = shredKeys;
        this.addressed = addressed;
        this.grants = grants;
        this.teams = teams;
    }

    /** @param teams private encryption keys, by the team's id */
    static OpenItems since(Instant began, Connection intake, Connection shred, Map<String, ECKey> teams) {
        Map<UUID, byte[]> keys =
                Rows.of(shred, "SELECT id, key FROM shred_key", row -> Map.entry(row.uuid(1), row.bytes(2))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<UUID, List<Grant>> grants = Rows.of(
                        intake,
                        "SELECT g.item_id, g.recipient, g.jwe FROM item_grant g JOIN item i ON i.id = g.item_id WHERE i.at >= ?",
                        row -> new Grant(row.uuid(1), row.string(2), row.string(3)),
                        began)
                .stream()
                .collect(Collectors.groupingBy(Grant::item));
        Map<UUID, Set<String>> addressed = Rows.of(
                        intake,
                        "SELECT r.report_id, r.team FROM recipient r JOIN conversation c ON c.id = r.report_id"
                                + " WHERE c.last_wrote_at >= ?",
                        row -> new Addressed(row.uuid(1), row.string(2)),
                        began)
                .stream()
                .collect(Collectors.groupingBy(
                        Addressed::report, Collectors.mapping(Addressed::team, Collectors.toUnmodifiableSet())));
        return new OpenItems(keys, addressed, grants, teams);
    }

    /** @return absent unless the report's teams, all of them and no other, find one and the same text in it */
    Optional<String> textHash(UUID item, UUID report, String jwe, UUID shredKey) {
        byte[] key = shredKeys.get(shredKey);
        List<Grant> granted = grants.getOrDefault(item, List.of());
        Set<String> readers = granted.stream().map(Grant::team).collect(Collectors.toUnmodifiableSet());
        if (key == null || !teams.keySet().containsAll(readers) || !readers.equals(addressed.get(report))) {
            return Optional.empty();
        }
        try {
            Set<String> found = granted.stream()
                    .map(grant -> text(grant, new ItemId(item), new ReportId(report), jwe, key))
                    .collect(Collectors.toUnmodifiableSet());
            return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
        } catch (NotOpenedException e) {
            return Optional.empty();
        }
    }

    private String text(Grant grant, ItemId item, ReportId report, String jwe, byte[] shredKey) {
        ECKey team = Optional.ofNullable(teams.get(grant.team())).orElseThrow();
        Dek dek = Grants.open(unwrap(grant.jwe(), shredKey), report, item, team);
        String text = Json.read(Items.open(jwe, report, item, ItemKind.MESSAGE, dek), JsonNode.class)
                .required("text")
                .asText();
        return Orders.bodyHash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unwrap(String wrapped, byte[] shredKey) {
        try {
            JWEObject jwe = JWEObject.parse(wrapped);
            jwe.decrypt(new DirectDecrypter(shredKey));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new NotOpenedException();
        }
    }
}
