package org.ovoz.intake.routing;

import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.contracts.team.TeamRecord;

/**
 * The language of a report, or those that it could be; in a fixed order.
 *
 * @param tags empty when nobody can tell at all
 */
record Languages(List<LanguageTag> tags) {

    static Languages of(RoutingQuestion question) {
        return question.language().equals(LanguageTag.UNDETERMINED)
                ? new Languages(question.couldBe().stream()
                        .filter(tag -> !tag.equals(LanguageTag.UNDETERMINED))
                        .distinct()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .toList())
                : new Languages(List.of(question.language()));
    }

    boolean areKnown() {
        return !tags.isEmpty();
    }

    boolean areSeveral() {
        return tags.size() > 1;
    }

    Optional<LeftOutFor> allReadBy(TeamRecord team) {
        return unless(team.languages().containsAll(tags));
    }

    Optional<LeftOutFor> oneReadBy(TeamRecord team) {
        return unless(isAnyReadBy(team));
    }

    boolean isAnyReadBy(TeamRecord team) {
        return tags.stream().anyMatch(team.languages()::contains);
    }

    private static Optional<LeftOutFor> unless(boolean reads) {
        return reads ? Optional.empty() : Optional.of(LeftOutFor.LANGUAGE);
    }
}
