package org.ovoz.notify.key.vouched;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedAdmission;
import org.ovoz.contracts.team.SignedTeamProposal;

/**
 * A team's keys of today, by which the desk can tell what a holder signed. Those of other days it does not know.
 *
 * @param kid of the encryption key
 * @param order verifies what holders sign
 */
public record TeamToday(TeamId team, String kid, ECKey order) {

    public boolean admits(String jws, String person, String personKid) {
        try {
            return SignedAdmission.verify(jws, order).names(team, person, personKid);
        } catch (BadSignatureException forged) {
            return false;
        }
    }

    public boolean proposes(String jws) {
        try {
            return SignedTeamProposal.verify(jws, order).id().equals(team);
        } catch (BadSignatureException forged) {
            return false;
        }
    }
}
