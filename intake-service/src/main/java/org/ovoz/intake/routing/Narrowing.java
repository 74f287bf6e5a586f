package org.ovoz.intake.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.contracts.team.TeamRecord;

/**
 * Of teams that are all possible, the most fitting: a child before the region, the region before a need. A shelter in another country is
 * no shelter, so a need chooses among those whom the region left. Each is a preference: what nobody has is done without.
 */
final class Narrowing {

    private final RoutingQuestion question;
    private final Trail trail;

    Narrowing(RoutingQuestion question, Trail trail) {
        this.question = question;
        this.trail = trail;
    }

    /** @param child whether they may work with the child that the report is of; false where it is of none */
    record Narrowed(List<TeamRecord> teams, boolean child, boolean region, boolean need) {}

    Narrowed narrow(List<TeamRecord> possible) {
        List<TeamRecord> qualified = question.child() ? trail.prefer("child", possible, this::child) : possible;
        List<TeamRecord> near = byRegion(qualified);
        List<TeamRecord> able = question.needs().isEmpty() ? near : byNeed(near);
        return new Narrowed(
                able,
                question.child() && able.stream().anyMatch(TeamRecord::childQualified),
                able.stream().anyMatch(team -> fit(team).covers()),
                able.stream().anyMatch(team -> met(team) > 0));
    }

    Optional<LeftOutFor> child(TeamRecord team) {
        return team.childQualified() ? Optional.empty() : Optional.of(LeftOutFor.NOT_CHILD_QUALIFIED);
    }

    Optional<LeftOutFor> covered(TeamRecord team) {
        return fit(team).covers() ? Optional.empty() : Optional.of(LeftOutFor.REGION);
    }

    private List<TeamRecord> byRegion(List<TeamRecord> teams) {
        RegionFit closest =
                teams.stream().map(this::fit).min(Comparator.naturalOrder()).orElse(RegionFit.NONE);
        return trail.prefer("region", teams, team -> {
            RegionFit fit = fit(team);
            if (fit == closest && fit != RegionFit.NONE) {
                return Optional.empty();
            }
            return Optional.of(fit == RegionFit.COUNTRY ? LeftOutFor.WIDER_REGION : LeftOutFor.REGION);
        });
    }

    private List<TeamRecord> byNeed(List<TeamRecord> teams) {
        long most = teams.stream().mapToLong(this::met).max().orElse(0);
        return trail.prefer(
                "need", teams, team -> most > 0 && met(team) == most ? Optional.empty() : Optional.of(LeftOutFor.NEED));
    }

    private RegionFit fit(TeamRecord team) {
        return RegionFit.of(team, question.region());
    }

    private long met(TeamRecord team) {
        return question.needs().stream()
                .distinct()
                .filter(team.needs()::contains)
                .count();
    }
}
