package org.ovoz.notify.setting;

import com.nimbusds.jose.jwk.ECKey;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamProposal;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

/** A team of a test's own, in an organisation of its own. */
public record Team(TeamId id, OrganisationId organisation, ECKey encryption, ECKey order) {

    public static Team aTeam() {
        return aTeamOf("org-" + some());
    }

    /** That nobody has signed yet. */
    public static Team aNewTeamOf(String organisation) {
        return new Team(
                new TeamId("team-" + some()), new OrganisationId(organisation), Keys.generate(), Keys.generate());
    }

    public static Team aTeamOf(String organisation) {
        Team team = aNewTeamOf(organisation);
        team.publish(team.signed(1)).then().statusCode(200);
        return team;
    }

    /** Its record as the line's administrator signs it. */
    public String signed(long version) {
        return signedBy(DeskSetting.get().administration(), version);
    }

    public String signedBy(ECKey administration, long version) {
        return SignedTeamRecord.sign(record(version), administration);
    }

    /** Its record as one who holds the keys of today proposes it. */
    public String proposedBy(ECKey today, long version) {
        return SignedTeamProposal.sign(record(version), today);
    }

    private TeamRecord record(long version) {
        return new TeamRecord(
                id,
                organisation,
                version,
                List.of(new LanguageTag("uz-Latn")),
                List.of(RegionCode.UNKNOWN),
                List.of(),
                true,
                false,
                List.of(),
                false,
                false,
                encryption.toPublicJWK(),
                order.toPublicJWK());
    }

    public Response publish(String jws) {
        return Api.asAdmin()
                .contentType("application/jose")
                .body(jws.getBytes(StandardCharsets.US_ASCII))
                .put("/api/v1/directory/teams");
    }

    public Response suspend() {
        return Api.asAdmin().post("/api/v1/directory/teams/" + id + "/suspend");
    }

    static String some() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
