package org.ovoz.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;

class SealingTest {

    private static final String TEXT = "{\"kind\":\"message\",\"text\":\"Pasportim yo‘q 🙏\"}";

    private final ReportId report = new ReportId(Ids.random());
    private final ItemId item = new ItemId(Ids.random());
    private final ECKey team = Keys.generate();
    private final Dek dek = Dek.random();

    @Test
    void whatWasSealedIsOpenedWithTheTeamsKey() {
        String jwe = Items.seal(report, item, ItemKind.MESSAGE, TEXT, dek);
        String grant = grantTo(team);
        Dek granted = Grants.open(grant, report, item, team);
        assertThat(Items.open(jwe, report, item, ItemKind.MESSAGE, granted)).isEqualTo(TEXT);
    }

    @Test
    void anotherTeamsKeyOpensNothing() {
        refused(() -> Grants.open(grantTo(team), report, item, Keys.generate()));
    }

    @Test
    void anItemOfAnotherReportIsRefused() {
        String jwe = Items.seal(report, item, ItemKind.MESSAGE, TEXT, dek);
        refused(() -> Items.open(jwe, new ReportId(Ids.random()), item, ItemKind.MESSAGE, dek));
        refused(() -> Items.open(jwe, report, new ItemId(Ids.random()), ItemKind.MESSAGE, dek));
        refused(() -> Items.open(jwe, report, item, ItemKind.NOTE, dek));
    }

    @Test
    void aGrantOfAnotherItemIsRefused() {
        String grant = grantTo(team);
        refused(() -> Grants.open(grant, report, new ItemId(Ids.random()), team));
        refused(() -> Grants.open(grant, new ReportId(Ids.random()), item, team));
        refused(() -> Grants.checkHeader(grant, report, item, "another kid"));
    }

    @Test
    void aDamagedItemIsRefused() {
        String jwe = Items.seal(report, item, ItemKind.MESSAGE, TEXT, dek);
        String damaged = jwe.substring(0, jwe.length() - 4) + (jwe.endsWith("AAAA") ? "BBBB" : "AAAA");
        refused(() -> Items.open(damaged, report, item, ItemKind.MESSAGE, dek));
        refused(() -> Items.open("no jwe at all", report, item, ItemKind.MESSAGE, dek));
    }

    @Test
    void compressionAndOtherAlgorithmsAreRefused() throws JOSEException {
        JWEHeader.Builder zipped = itemHeader(EncryptionMethod.A256GCM).compressionAlgorithm(CompressionAlgorithm.DEF);
        refused(() -> Items.open(directly(zipped, dek), report, item, ItemKind.MESSAGE, dek));
        JWEHeader.Builder other = itemHeader(EncryptionMethod.A128CBC_HS256);
        refused(() -> Items.open(directly(other, dek), report, item, ItemKind.MESSAGE, dek));
        JWEObject agreed = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .type(new JOSEObjectType("ovoz-grant"))
                        .customParam("rid", report.toString())
                        .customParam("mid", item.toString())
                        .build(),
                new Payload(dek.bytes()));
        agreed.encrypt(new ECDHEncrypter(team.toECPublicKey()));
        refused(() -> Grants.open(agreed.serialize(), report, item, team));
    }

    @Test
    void anItemTellsItsLengthOnlyRoughly() {
        String word = Items.seal(report, item, ItemKind.MESSAGE, "{\"text\":\"a\"}", dek);
        String page = Items.seal(report, item, ItemKind.MESSAGE, "{\"text\":\"" + "a".repeat(2000) + "\"}", dek);
        assertThat(word).hasSameSizeAs(page);
    }

    @Test
    void theContactOpensForItsReportOnly() {
        ECKey vault = Keys.generate();
        String inner = Contacts.seal(report, "+12025550111", Epoch.begin().recipient(vault));
        assertThat(Contacts.open(inner, report, vault)).isEqualTo("+12025550111");
        refused(() -> Contacts.open(inner, new ReportId(Ids.random()), vault));
        refused(() -> Contacts.open(inner, report, team));
    }

    @Test
    void oneEpochServesManyItemsAndNoTwoGrantsAreAlike() {
        Epoch.Recipient recipient = Epoch.begin().recipient(team.toPublicJWK());
        String one = Grants.seal(report, item, dek, recipient);
        String two = Grants.seal(report, item, dek, recipient);
        assertThat(one.split("\\.", -1)[1]).isNotEqualTo(two.split("\\.", -1)[1]);
        assertThat(Grants.open(one, report, item, team).bytes())
                .isEqualTo(Grants.open(two, report, item, team).bytes());
    }

    @Test
    void keysAreNeverPrinted() {
        String printed = dek + " " + Epoch.begin().recipient(team);
        assertThat(printed)
                .doesNotContain(
                        Base64.getUrlEncoder().encodeToString(dek.bytes()).substring(0, 8));
        assertThat(dek).hasToString("[REDACTED]");
    }

    private String grantTo(ECKey key) {
        return Grants.seal(report, item, dek, Epoch.begin().recipient(key.toPublicJWK()));
    }

    private JWEHeader.Builder itemHeader(EncryptionMethod method) {
        return new JWEHeader.Builder(JWEAlgorithm.DIR, method)
                .type(new JOSEObjectType("ovoz-item"))
                .customParam("rid", report.toString())
                .customParam("mid", item.toString())
                .customParam("kind", "message");
    }

    private static String directly(JWEHeader.Builder header, Dek key) {
        try {
            JWEObject jwe = new JWEObject(header.build(), new Payload(TEXT.getBytes(StandardCharsets.UTF_8)));
            jwe.encrypt(new DirectEncrypter(key.bytes()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Runnable opening) {
        assertThatThrownBy(opening::run).isInstanceOf(NotOpenedException.class).hasNoCause();
    }
}
