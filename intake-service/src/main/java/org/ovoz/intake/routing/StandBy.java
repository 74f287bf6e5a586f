package org.ovoz.intake.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.team.TeamRecord;

/**
 * The escalation teams of a report: of another organisation than those responsible, wherever there is one, since what keeps one team from
 * reading often keeps its whole organisation. Where none of them reads the language, those of the same organisation that do stand by too.
 */
final class StandBy {

    private final Languages languages;
    private final boolean child;
    private final Trail trail;

    StandBy(Languages languages, boolean child, Trail trail) {
        this.languages = languages;
        this.child = child;
        this.trail = trail;
    }

    List<TeamRecord> choose(List<TeamRecord> escalation, List<TeamRecord> responsible) {
        Set<OrganisationId> theirs =
                responsible.stream().map(TeamRecord::organisation).collect(Collectors.toSet());
        List<TeamRecord> others = trail.prefer(
                "another-organisation",
                escalation,
                team -> theirs.contains(team.organisation())
                        ? Optional.of(LeftOutFor.SAME_ORGANISATION)
                        : Optional.empty());
        List<TeamRecord> chosen = fitting(others);
        if (chosen.stream().anyMatch(languages::isAnyReadBy)) {
            return chosen;
        }
        List<TeamRecord> same = new ArrayList<>(escalation);
        same.removeAll(others);
        return Stream.concat(chosen.stream(), readers(same).stream()).toList();
    }

    private List<TeamRecord> readers(List<TeamRecord> teams) {
        return teams.stream().anyMatch(languages::isAnyReadBy)
                ? fitting(trail.only("same-organisation-reads", teams, languages::oneReadBy))
                : List.of();
    }

    private List<TeamRecord> fitting(List<TeamRecord> teams) {
        List<TeamRecord> reading =
                languages.areKnown() ? trail.prefer("standing-by-reads", teams, languages::oneReadBy) : teams;
        return child
                ? trail.prefer(
                        "standing-by-child",
                        reading,
                        team -> team.childQualified() ? Optional.empty() : Optional.of(LeftOutFor.NOT_CHILD_QUALIFIED))
                : reading;
    }
}
