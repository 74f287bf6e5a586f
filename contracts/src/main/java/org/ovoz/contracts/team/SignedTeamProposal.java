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

    /**
     * The first record of a team, signed with the order key that it names itself: whoever made it has that key, and that is all it shows.
     *
     * @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no proposal
     */
    public static TeamRecord verifyFirst(String jws) {
        return verify(jws, FORM.peek(jws).value().orderKey());
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no proposal */
    public static TeamRecord verify(String jws, ECKey orderKey) {
        return FORM.verify(jws, orderKey);
    }
}
