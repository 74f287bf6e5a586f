package org.ovoz.notify.key.founding;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamRecord;

/** What a team's record shall say, but for its keys; as in {@link TeamRecord}. */
public record TeamTerms(
        @NotNull OrganisationId organisation,
        @NotEmpty @Size(max = 60) List<@NotNull LanguageTag> languages,
        @NotEmpty @Size(max = 120) List<@NotNull RegionCode> regions,
        @NotNull @Size(max = 40) List<@NotNull @Pattern(regexp = CODE) String> needs,
        boolean childQualified,
        boolean womanAnswers,
        @NotNull @Size(max = 40) List<@NotNull @Pattern(regexp = CODE) String> communities,
        boolean escalation) {

    private static final String CODE = "[a-z][a-z0-9-]{0,39}";

    /** Whether a first record says this and nothing else. */
    boolean areThoseOf(TeamId team, TeamRecord record) {
        return record.id().equals(team) && record.version() == 1 && !record.suspended() && equals(of(record));
    }

    private static TeamTerms of(TeamRecord record) {
        return new TeamTerms(
                record.organisation(),
                record.languages(),
                record.regions(),
                record.needs(),
                record.childQualified(),
                record.womanAnswers(),
                record.communities(),
                record.escalation());
    }
}
