package org.ovoz.contracts;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderBody.ItemGrant;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.Chunks;
import org.ovoz.contracts.sealing.Contacts;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Epoch;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

/** Makes the vectors that {@code jose} must open, with keys made for the occasion. {@code make vectors} writes them anew. */
public final class NimbusVectors {

    private final ReportId report = new ReportId(Ids.random());
    private final ECKey administration = Keys.generate();
    private final ECKey intake = Keys.generate();
    private final ECKey team = Keys.generate();
    private final ECKey escalation = Keys.generate();

    public static void main(String[] args) throws IOException {
        new NimbusVectors().write(Path.of(args[0]));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> files = new LinkedHashMap<>();
        // One epoch, two items of two lengths, two recipients each: what a burst of texts looks like.
        Epoch epoch = Epoch.begin();
        List<Epoch.Recipient> recipients = Stream.of(team, escalation)
                .map(ECKey::toPublicJWK)
                .map(epoch::recipient)
                .toList();
        files.put("item-epoch-short", item("a short message of an epoch", "Menga yordam kerak 🙏", recipients));
        files.put(
                "item-epoch-long",
                item("a longer message of the same epoch", "Пасспортим йўқ. ".repeat(400), recipients));
        files.put("item-handed-on", handedOn());
        files.put("item-other-report-refused", otherReport(recipients));
        files.put("item-zip-refused", zipped(recipients));
        files.put("attachment-small", attachment("a small sound", 3000, recipients));
        files.put("attachment-two-chunks", attachment("a picture of two chunks", Chunks.BYTES + 10, recipients));
        files.put("contact-vault", contact(false));
        files.put("contact-other-report-refused", contact(true));
        TeamRecord record = team();
        files.put(
                "signed-team",
                signed("ovoz-team", SignedTeamRecord.sign(record, administration), administration, record));
        LineRecord line = new LineRecord(1, intake.toPublicJWK());
        files.put(
                "signed-line", signed("ovoz-line", LineRecords.LINE.sign(line, administration), administration, line));
        RelayKey relay = new RelayKey(Keys.generate().toPublicJWK(), Samples.AT.plus(Duration.ofDays(7)));
        files.put("signed-relay", signed("ovoz-relay", LineRecords.RELAY.sign(relay, intake), intake, relay));
        OrderClaims fetch = order(OrderAction.FETCH, new OrderBody.Fetch());
        files.put("signed-order", signed("ovoz-order", Orders.FORM.sign(fetch, team), team, fetch));
        OrderClaims grant = order(
                OrderAction.GRANT, new OrderBody.Grant(new TeamId("steppe"), Keys.kidOf(escalation), List.of(), null));
        files.put("signed-order-grant", signed("ovoz-order", Orders.FORM.sign(grant, team), team, grant));
        files.put("signed-other-key-refused", refusedSignature(record));
        for (Map.Entry<String, Object> file : files.entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey() + ".json"),
                    Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(file.getValue()) + "\n");
        }
    }

    private Vector.Item item(String name, String text, List<Epoch.Recipient> recipients) {
        ItemId id = new ItemId(Ids.random());
        Dek dek = Dek.random();
        String json = Json.write(Map.of("kind", "message", "text", text));
        String jwe = Items.seal(report, id, ItemKind.MESSAGE, json, dek);
        return new Vector.Item(
                name, keys(), report, id, "message", jwe, grants(report, id, dek, recipients), json, null);
    }

    private Vector.Attachment attachment(String name, int size, List<Epoch.Recipient> recipients) {
        ItemId id = new ItemId(Ids.random());
        Dek dek = Dek.random();
        byte[] content = new byte[size];
        new SecureRandom().nextBytes(content);
        AttachmentHead head = AttachmentHead.of(new ItemId(Ids.random()), "image/jpeg", size, Samples.AT);
        return new Vector.Attachment(
                name,
                keys(),
                report,
                id,
                Items.seal(report, id, ItemKind.ATTACHMENT, Json.write(head), dek),
                grants(report, id, dek, recipients),
                Chunks.seal(report, id, content, dek),
                Orders.bodyHash(content),
                null);
    }

    private OrderClaims order(OrderAction action, OrderBody body) {
        return new OrderClaims(
                report,
                action,
                Orders.bodyHash(Json.write(body).getBytes(StandardCharsets.UTF_8)),
                Samples.AT.getEpochSecond(),
                UUID.randomUUID(),
                new TeamId("north-central-asia"));
    }

    /** The key of an item, handed on by a team that could open it. */
    private Vector.Item handedOn() {
        Vector.Item given = item(
                "an item whose key was handed on to another team",
                "x",
                List.of(Epoch.begin().recipient(team.toPublicJWK())));
        Dek dek = Grants.open(given.grants().getFirst().jwe(), report, given.mid(), team);
        Epoch.Recipient next = Epoch.begin().recipient(escalation.toPublicJWK());
        List<ItemGrant> grants = Stream.concat(
                        given.grants().stream(), grants(report, given.mid(), dek, List.of(next)).stream())
                .toList();
        return new Vector.Item(
                given.name(),
                given.keys(),
                report,
                given.mid(),
                given.kind(),
                given.item(),
                grants,
                given.plaintext(),
                null);
    }

    private Vector.Item otherReport(List<Epoch.Recipient> recipients) {
        Vector.Item good = item("an item that is asked for under another report's id", "x", recipients);
        return new Vector.Item(
                good.name(),
                good.keys(),
                new ReportId(Ids.random()),
                good.mid(),
                good.kind(),
                good.item(),
                good.grants(),
                "",
                true);
    }

    private Vector.Item zipped(List<Epoch.Recipient> recipients) {
        Vector.Item good = item("a grant that was compressed first", "x", recipients);
        List<ItemGrant> grants = Stream.of(team, escalation)
                .map(key -> new ItemGrant(Keys.kidOf(key), zippedGrant(key, good.mid())))
                .toList();
        return new Vector.Item(
                good.name(), good.keys(), report, good.mid(), good.kind(), good.item(), grants, "", true);
    }

    private String zippedGrant(ECKey key, ItemId id) {
        try {
            JWEObject jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                            .type(new JOSEObjectType("ovoz-grant"))
                            .keyID(Keys.kidOf(key))
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .customParam("rid", report.toString())
                            .customParam("mid", id.toString())
                            .build(),
                    new Payload(new byte[32]));
            jwe.encrypt(new ECDHEncrypter(key.toECPublicKey()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Vector.Contact contact(boolean ofAnotherReport) {
        ECKey vault = Keys.generate();
        String inner = Contacts.seal(report, "+12025550111", Epoch.begin().recipient(vault.toPublicJWK()));
        return ofAnotherReport
                ? new Vector.Contact("a contact of another report", vault, new ReportId(Ids.random()), inner, "", true)
                : new Vector.Contact("a contact", vault, report, inner, "+12025550111", null);
    }

    private TeamRecord team() {
        return new TeamRecord(
                new TeamId("north-central-asia"),
                new OrganisationId("north"),
                1,
                List.of(new LanguageTag("uz-Latn"), new LanguageTag("uz-Cyrl")),
                List.of(new RegionCode("RU"), RegionCode.UNKNOWN),
                List.of(),
                false,
                false,
                List.of(),
                false,
                false,
                team.toPublicJWK(),
                Keys.generate().toPublicJWK());
    }

    private static Vector.SignedForm signed(String typ, String jws, ECKey key, Object payload) {
        return new Vector.SignedForm(typ, typ, key.toPublicJWK(), jws, asMap(payload), null);
    }

    private Vector.SignedForm refusedSignature(TeamRecord record) {
        return new Vector.SignedForm(
                "a team record that another key signed",
                "ovoz-team",
                administration.toPublicJWK(),
                SignedTeamRecord.sign(record, Keys.generate()),
                asMap(record),
                true);
    }

    private Map<String, ECKey> keys() {
        return Map.of(Keys.kidOf(team), team, Keys.kidOf(escalation), escalation);
    }

    private static List<ItemGrant> grants(ReportId report, ItemId id, Dek dek, List<Epoch.Recipient> recipients) {
        return recipients.stream()
                .map(to -> new ItemGrant(to.kid(), Grants.seal(report, id, dek, to)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return Json.read(Json.write(value), Map.class);
    }
}
