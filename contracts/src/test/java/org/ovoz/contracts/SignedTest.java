package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.team.SignedSuspension;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.contracts.team.TeamSuspended;

class SignedTest {

    private final ECKey administration = Keys.generate();
    private final TeamRecord team = new TeamRecord(
            new TeamId("north-central-asia"),
            new OrganisationId("north"),
            3,
            List.of(new LanguageTag("uz-Latn"), new LanguageTag("tg")),
            List.of(new RegionCode("RU"), RegionCode.UNKNOWN),
            List.of(),
            false,
            false,
            List.of(),
            false,
            false,
            Keys.generate().toPublicJWK(),
            Keys.generate().toPublicJWK());

    @Test
    void aTeamRecordIsReadBackAsItWasSigned() {
        String jws = SignedTeamRecord.sign(team, administration);
        assertThat(SignedTeamRecord.verify(jws, administration.toPublicJWK())).isEqualTo(team);
    }

    @Test
    void aRecordFromBeforeWishesSaysNoToThem() {
        String older = Json.write(team).replaceFirst("\"womanAnswers\":false,\"communities\":\\[\\],", "");
        assertThat(older).doesNotContain("womanAnswers", "communities");
        assertThat(Json.read(older, TeamRecord.class)).isEqualTo(team);
    }

    @Test
    void aSuspensionIsNoTeamRecordAndTheReverse() {
        TeamSuspended suspension = new TeamSuspended(team.id(), Samples.AT);
        String jws = SignedSuspension.sign(suspension, administration);
        assertThat(SignedSuspension.verify(jws, administration.toPublicJWK())).isEqualTo(suspension);
        refused(() -> SignedTeamRecord.verify(jws, administration.toPublicJWK()));
        refused(() ->
                SignedSuspension.verify(SignedTeamRecord.sign(team, administration), administration.toPublicJWK()));
    }

    @Test
    void anotherKeysSignatureIsRefused() {
        String jws = SignedTeamRecord.sign(team, Keys.generate());
        refused(() -> SignedTeamRecord.verify(jws, administration.toPublicJWK()));
    }

    @Test
    void aChangedPayloadIsRefused() {
        String[] parts = SignedTeamRecord.sign(team, administration).split("\\.");
        String[] other = SignedTeamRecord.sign(team, Keys.generate()).split("\\.");
        refused(() ->
                SignedTeamRecord.verify(parts[0] + "." + parts[1] + "." + other[2], administration.toPublicJWK()));
    }

    @Test
    void aSignatureOfAnotherTypeIsRefused() {
        String line = LineRecords.LINE.sign(new LineRecord(1, team.orderKey()), administration);
        refused(() -> SignedTeamRecord.verify(line, administration.toPublicJWK()));
    }

    @Test
    void anUnsignedOrSymmetricTokenIsRefused() throws JOSEException {
        refused(() -> SignedTeamRecord.verify("eyJhbGciOiJub25lIn0.e30.", administration.toPublicJWK()));
        JWSObject mac = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("ovoz-team"))
                        .build(),
                new Payload(Json.write(team)));
        mac.sign(new MACSigner(administration.toPublicJWK().toJSONString()));
        refused(() -> SignedTeamRecord.verify(mac.serialize(), administration.toPublicJWK()));
    }

    @Test
    void aTeamRecordNeverCarriesAPrivateKey() {
        assertThatThrownBy(() -> new TeamRecord(
                        team.id(),
                        team.organisation(),
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        List.of(),
                        false,
                        false,
                        Keys.generate(),
                        team.orderKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRelayKeyIsBelievedThroughTheChainOnly() {
        ECKey intake = Keys.generate();
        String line = LineRecords.LINE.sign(new LineRecord(1, intake.toPublicJWK()), administration);
        RelayKey relay = new RelayKey(Keys.generate().toPublicJWK(), Instant.parse("2026-12-01T00:00:00Z"));
        String good = LineRecords.RELAY.sign(relay, intake);
        String forged = LineRecords.RELAY.sign(relay, Keys.generate());
        assertThat(LineRecords.relayKey(line, good, administration.toPublicJWK()))
                .isEqualTo(relay);
        refused(() -> LineRecords.relayKey(line, forged, administration.toPublicJWK()));
        refused(() -> LineRecords.relayKey(line, good, Keys.generate().toPublicJWK()));
    }

    private static void refused(Runnable verification) {
        assertThatThrownBy(verification::run)
                .isInstanceOf(BadSignatureException.class)
                .hasNoCause();
    }
}
