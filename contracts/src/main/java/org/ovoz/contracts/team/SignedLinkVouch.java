package org.ovoz.contracts.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** A {@link LinkVouch} as JWS, signed with a team's order key: the desk can make a key of its own, and cannot have browsers use it. */
public final class SignedLinkVouch {

    private static final Signed<LinkVouch> FORM = new Signed<>("ovoz-link-vouch", LinkVouch.class);

    private SignedLinkVouch() {}

    public static String sign(LinkVouch vouch, ECKey orderKey) {
        return FORM.sign(vouch, orderKey);
    }

    /** @throws org.ovoz.contracts.BadSignatureException when it was not signed by that key or is no vouch */
    public static LinkVouch verify(String jws, ECKey orderKey) {
        return FORM.verify(jws, orderKey);
    }

    /**
     * Which team claims to have signed it.
     *
     * @throws org.ovoz.contracts.BadSignatureException when it is no vouch at all
     */
    public static LinkVouch claimed(String jws) {
        return FORM.peek(jws).value();
    }
}
