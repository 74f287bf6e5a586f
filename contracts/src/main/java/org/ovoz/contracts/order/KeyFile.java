package org.ovoz.contracts.order;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import org.ovoz.contracts.TeamId;

/** What a responder carries and no server has: the keys of the teams, and the line's administration key to pin. */
public record KeyFile(String handle, ECKey line, List<TeamKeys> teams) {

    /** A team's private keys. */
    public record TeamKeys(TeamId team, ECKey encryption, ECKey order) {
        @Override
        public String toString() {
            return "TeamKeys[" + team + ", REDACTED]";
        }
    }

    @Override
    public String toString() {
        return "KeyFile[REDACTED]";
    }
}
