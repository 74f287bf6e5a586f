package org.ovoz.contracts.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** A team's next {@link TeamRecord} as JWS, signed with its order key of today: a proposal, which counts for nothing before the line signs it. */
public final class SignedTeamProposal {

    private static final Signed<TeamRecord> FORM = new Signed<>("ovoz-team-proposal", TeamRecord.class);

    private SignedTeamProposal() {}

    public static String sign(TeamRecord next, ECKey orderKey) {
        return FORM.sign(next, orderKey);
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no proposal */
    public static TeamRecord verify(String jws, ECKey orderKey) {
        return FORM.verify(jws, orderKey);
    }
}
