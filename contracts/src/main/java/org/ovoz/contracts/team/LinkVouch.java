package org.ovoz.contracts.team;

import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;

/**
 * An organisation's key for the marks of places, sealed to one of its teams, as vouched for by one who holds the key.
 *
 * @param kid made of the key itself, so that no other key passes for it
 * @param generation which one of the organisation's it is, from 1
 * @param teamVersion of the team's record whose key it is sealed to
 * @param teamKid RFC 7638 thumbprint of that key
 * @param by the team whose order key signs this
 * @param jwe what only the team opens
 */
public record LinkVouch(
        OrganisationId organisation,
        String kid,
        int generation,
        TeamId team,
        long teamVersion,
        String teamKid,
        TeamId by,
        String jwe) {}
