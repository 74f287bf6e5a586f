package org.ovoz.contracts.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** A {@link TeamSuspended} as JWS, for the day when the bus or the desk is away: the line's administrator brings it to intake. */
public final class SignedSuspension {

    private static final Signed<TeamSuspended> FORM = new Signed<>("ovoz-suspension", TeamSuspended.class);

    private SignedSuspension() {}

    public static String sign(TeamSuspended suspension, ECKey administrationKey) {
        return FORM.sign(suspension, administrationKey);
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no suspension */
    public static TeamSuspended verify(String jws, ECKey administrationKey) {
        return FORM.verify(jws, administrationKey);
    }
}
