package org.ovoz.contracts.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** A {@link TeamRecord} as JWS; on {@code ovoz.teams.v1} the value is the compact serialization, content type {@code application/jose}. */
public final class SignedTeamRecord {

    /** CloudEvents type on {@code ovoz.teams.v1}. */
    public static final String TYPE = "org.ovoz.TeamRecord.v1";

    private static final Signed<TeamRecord> FORM = new Signed<>("ovoz-team", TeamRecord.class);

    private SignedTeamRecord() {}

    public static String sign(TeamRecord team, ECKey administrationKey) {
        return FORM.sign(team, administrationKey);
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no team record */
    public static TeamRecord verify(String jws, ECKey administrationKey) {
        return FORM.verify(jws, administrationKey);
    }
}
