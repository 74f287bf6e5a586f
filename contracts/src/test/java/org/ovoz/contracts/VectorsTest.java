package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderBody.ItemGrant;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.sealing.Contacts;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.contracts.team.LinkVouch;
import org.ovoz.contracts.team.TeamRecord;

/** What Java sealed opens in Node with {@code jose}, and the reverse; epochs included. */
class VectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final Path SCRIPTS = Path.of("src/test/js");

    @Test
    void whatJavaSealedOpensInNode(@TempDir Path fresh) throws Exception {
        new NimbusVectors().write(fresh);
        node("check-vectors.mjs", fresh);
        node("check-vectors.mjs", VECTORS.resolve("nimbus"));
    }

    @Test
    void whatNodeSealedOpensInJava(@TempDir Path fresh) throws Exception {
        node("make-vectors.mjs", fresh);
        check(fresh);
        check(VECTORS.resolve("jose"));
    }

    @Test
    void theCheckOfNodeFailsOnAVectorThatDoesNotHold(@TempDir Path fresh) throws Exception {
        new NimbusVectors().write(fresh);
        Path file = fresh.resolve("item-epoch-short.json");
        Files.writeString(file, Files.readString(file).replace("yordam", "nothing"));
        assertThat(run("check-vectors.mjs", fresh)).isNotZero();
    }

    private static void check(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            var files = listed.sorted().toList();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString().replaceFirst("-.*", ""))
                    .contains("attachment", "item", "body", "contact", "signed");
            for (Path file : files) {
                String json = Files.readString(file);
                switch (file.getFileName().toString().replaceFirst("-.*", "")) {
                    case "attachment" -> AttachmentVector.check(Json.read(json, Vector.Attachment.class));
                    case "item" -> check(Json.read(json, Vector.Item.class));
                    case "body" -> check(Json.read(json, Vector.Body.class));
                    case "contact" -> check(Json.read(json, Vector.Contact.class));
                    default -> check(Json.read(json, Vector.SignedForm.class));
                }
            }
        }
    }

    private static void check(Vector.Item vector) {
        assertThat(vector.grants()).as(vector.name()).isNotEmpty();
        for (ItemGrant grant : vector.grants()) {
            ECKey key = vector.keys().get(grant.kid());
            assertThat(key).as(vector.name()).isNotNull();
            if (vector.refused() != null) {
                assertThatThrownBy(() -> open(vector, grant, key))
                        .as(vector.name())
                        .isInstanceOf(NotOpenedException.class);
            } else {
                assertThat(open(vector, grant, key)).as(vector.name()).isEqualTo(vector.plaintext());
            }
        }
    }

    private static String open(Vector.Item vector, ItemGrant grant, ECKey key) {
        var dek = Grants.open(grant.jwe(), vector.rid(), vector.mid(), key);
        return Items.open(vector.item(), vector.rid(), vector.mid(), ItemKind.of(vector.kind()), dek);
    }

    /** What the console puts into an order is read as what intake takes, and opens for whom it is meant. */
    private static void check(Vector.Body vector) {
        switch (vector.act()) {
            case GRANT -> check(vector, Json.read(vector.body(), OrderBody.Grant.class));
            case TRIAGE -> check(vector, Json.read(vector.body(), OrderBody.Triage.class));
            case CONTRACT -> check(vector, Json.read(vector.body(), OrderBody.Contract.class));
            case FETCH, NOTE, REPLY, CLOSE, ERASE, WITHDRAW, ATTACHMENT ->
                throw new AssertionError("no such vector: " + vector.name());
        }
    }

    private static void check(Vector.Body vector, OrderBody.Grant grant) {
        assertThat(grant.kid()).isEqualTo(Keys.kidOf(vector.key()));
        assertThat(grant.drop()).isEqualTo(new TeamId("north-central-asia"));
        assertThat(grant.items()).hasSize(2);
        grant.items().forEach(item -> {
            Grants.checkHeader(item.jwe(), vector.rid(), item.id(), grant.kid());
            assertThat(Grants.open(item.jwe(), vector.rid(), item.id(), vector.key()))
                    .isNotNull();
        });
    }

    private static void check(Vector.Body vector, OrderBody.Triage triage) {
        OrderBody.NewItem item = triage.item();
        Items.checkHeader(item.jwe(), vector.rid(), item.id(), ItemKind.TRIAGE);
        var dek = Grants.open(triage.grants().getFirst().jwe(), vector.rid(), item.id(), vector.key());
        assertThat(Items.open(item.jwe(), vector.rid(), item.id(), ItemKind.TRIAGE, dek))
                .contains("\"danger\":\"yes\"");
    }

    private static void check(Vector.Body vector, OrderBody.Contract contract) {
        assertThat(contract.terms().texts()).isEqualTo(TextsAllowed.ALLOWED);
        assertThat(contract.terms().calls()).isTrue();
        assertThat(contract.terms().hours())
                .isEqualTo(new SafeHours(
                        ZoneId.of("Asia/Almaty"), List.of(new SafeSpan(7, LocalTime.of(22, 30), LocalTime.of(0, 15)))));
        OrderBody.Note note = Objects.requireNonNull(contract.note());
        Items.checkHeader(note.item().jwe(), vector.rid(), note.item().id(), ItemKind.NOTE);
        var dek = Grants.open(
                note.grants().getFirst().jwe(), vector.rid(), note.item().id(), vector.key());
        assertThat(Items.open(note.item().jwe(), vector.rid(), note.item().id(), ItemKind.NOTE, dek))
                .contains("heron");
        assertThat(vector.body()).doesNotContain("heron");
    }

    private static void check(Vector.Contact vector) {
        if (vector.refused() != null) {
            assertThatThrownBy(() -> Contacts.open(vector.contact(), vector.rid(), vector.key()))
                    .as(vector.name())
                    .isInstanceOf(NotOpenedException.class);
        } else {
            assertThat(Contacts.open(vector.contact(), vector.rid(), vector.key()))
                    .isEqualTo(vector.number());
        }
    }

    private static void check(Vector.SignedForm vector) {
        Signed<?> form = switch (vector.typ()) {
            case "ovoz-team" -> new Signed<>("ovoz-team", TeamRecord.class);
            case "ovoz-line" -> LineRecords.LINE;
            case "ovoz-relay" -> LineRecords.RELAY;
            case "ovoz-order" -> Orders.FORM;
            case "ovoz-link-vouch" -> new Signed<>("ovoz-link-vouch", LinkVouch.class);
            default -> throw new AssertionError("unknown typ in " + vector.name());
        };
        if (vector.refused() != null) {
            assertThatThrownBy(() -> form.verify(vector.jws(), vector.key()))
                    .as(vector.name())
                    .isInstanceOf(BadSignatureException.class);
        } else {
            assertThat(Json.read(Json.write(form.verify(vector.jws(), vector.key())), Map.class))
                    .as(vector.name())
                    .containsAllEntriesOf(vector.payload());
        }
    }

    private static void node(String script, Path folder) throws Exception {
        assertThat(run(script, folder))
                .as(script + " on " + folder.getFileName())
                .isZero();
    }

    private static int run(String script, Path folder) throws Exception {
        Process node = new ProcessBuilder(
                        "node", script, folder.toAbsolutePath().toString())
                .directory(SCRIPTS.toFile())
                .inheritIO()
                .start();
        return node.waitFor();
    }
}
