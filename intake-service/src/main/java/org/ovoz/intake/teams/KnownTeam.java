package org.ovoz.intake.teams;

import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.sealing.RecipientKey;

/**
 * A team whose signed record was verified.
 *
 * @param jws the record as signed, for browsers that verify it themselves
 */
public record KnownTeam(TeamRecord record, String jws, boolean suspended) {

    public RecipientKey encryptionKey() {
        return RecipientKey.of(record.id().value(), record.encryptionKey());
    }

    KnownTeam suspend() {
        return new KnownTeam(record, jws, true);
    }
}
