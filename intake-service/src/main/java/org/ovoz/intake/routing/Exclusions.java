package org.ovoz.intake.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.Wish;
import org.ovoz.contracts.team.TeamRecord;

/** Who may not get a report, by what the person said and what was declared. */
record Exclusions(List<Wish> wishes) {

    /** Of organisations. These are never relaxed: being read by them may be the danger itself. */
    Optional<LeftOutFor> byOrganisation(TeamRecord team) {
        return first(team, Exclusions::byOrganisation);
    }

    /** Of people, told by what the team's record says of those who answer. */
    Optional<LeftOutFor> byPerson(TeamRecord team) {
        return first(team, Exclusions::byPerson);
    }

    private Optional<LeftOutFor> first(TeamRecord team, BiFunction<Wish, TeamRecord, Optional<LeftOutFor>> rule) {
        return wishes.stream().flatMap(wish -> rule.apply(wish, team).stream()).findFirst();
    }

    private static Optional<LeftOutFor> byOrganisation(Wish wish, TeamRecord team) {
        return switch (wish) {
            case Wish.NotOrganisation(var organisation) ->
                when(organisation.equals(team.organisation()), LeftOutFor.EXCLUDED_ORGANISATION);
            case Wish.Conflict(var organisation) -> when(organisation.equals(team.organisation()), LeftOutFor.CONFLICT);
            case Wish.Woman woman -> Optional.empty();
            case Wish.NotCommunity community -> Optional.empty();
        };
    }

    private static Optional<LeftOutFor> byPerson(Wish wish, TeamRecord team) {
        return switch (wish) {
            case Wish.NotOrganisation organisation -> Optional.empty();
            case Wish.Conflict conflict -> Optional.empty();
            case Wish.Woman woman -> when(!team.womanAnswers(), LeftOutFor.NO_WOMAN_ANSWERS);
            case Wish.NotCommunity(var community) ->
                when(team.communities().contains(community), LeftOutFor.EXCLUDED_COMMUNITY);
        };
    }

    private static Optional<LeftOutFor> when(boolean applies, LeftOutFor reason) {
        return applies ? Optional.of(reason) : Optional.empty();
    }
}
