package org.ovoz.notify.directory.team;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

/** The public half of a line's administration key. */
record LineKey(ECKey key) {

    String kid() {
        return Keys.kidOf(key);
    }

    String publicJwk() {
        return new ECKey.Builder(key.getCurve(), key.getX(), key.getY()).build().toJSONString();
    }

    /** @throws org.ovoz.contracts.BadSignatureException when the line did not sign this, or it is no team record */
    TeamRecord verify(String jws) {
        return SignedTeamRecord.verify(jws, key);
    }
}
