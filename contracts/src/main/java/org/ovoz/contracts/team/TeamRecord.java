package org.ovoz.contracts.team;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;

/**
 * What intake must know of a team to route and seal to it, as signed by the line's administration key (DESIGN 3).
 *
 * @param version counts up; a lower or equal one is refused
 * @param regions prefixes count: {@code RU} takes {@code RU-MOW}; {@code ZZ} takes reports whose region is unknown
 * @param escalation addressed from the start, served only once a report is overdue
 * @param childQualified may be given reports of children (R12)
 * @param womanAnswers a woman answers whenever one is asked for; absent in older records, which says no
 * @param communities codes of the communities that its members belong to; absent in older records, which names none
 * @param encryptionKey public P-256 key that content is sealed to; its {@code kid} is its RFC 7638 thumbprint
 * @param orderKey public P-256 key that verifies the team's orders
 */
public record TeamRecord(
        TeamId id,
        OrganisationId organisation,
        long version,
        List<LanguageTag> languages,
        List<RegionCode> regions,
        List<String> needs,
        boolean childQualified,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean womanAnswers,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> communities,
        boolean escalation,
        boolean suspended,
        ECKey encryptionKey,
        ECKey orderKey) {

    public TeamRecord {
        if (version < 1 || encryptionKey.isPrivate() || orderKey.isPrivate()) {
            throw new IllegalArgumentException("a team record has a version from 1 on and public keys only");
        }
        languages = List.copyOf(languages);
        regions = List.copyOf(regions);
        needs = List.copyOf(needs);
        communities = List.copyOf(communities);
    }
}
