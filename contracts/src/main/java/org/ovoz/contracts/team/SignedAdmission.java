package org.ovoz.contracts.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** An {@link Admission} as JWS, signed with the team's order key: the desk can name a ghost a member, and cannot vouch for one. */
public final class SignedAdmission {

    private static final Signed<Admission> FORM = new Signed<>("ovoz-admission", Admission.class);

    private SignedAdmission() {}

    public static String sign(Admission admission, ECKey orderKey) {
        return FORM.sign(admission, orderKey);
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no admission */
    public static Admission verify(String jws, ECKey orderKey) {
        return FORM.verify(jws, orderKey);
    }
}
