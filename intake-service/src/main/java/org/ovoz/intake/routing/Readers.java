package org.ovoz.intake.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.routing.Narrowing.Narrowed;

/**
 * Whoever reads the language. Where it could be one of several: a team that reads all of them; else, for each of them, whoever reads that
 * one, and the catch-all for those that nobody does, so that somebody among them can read the text whichever it is.
 */
final class Readers {

    private static final String ONE_OF_LANGUAGES = "one-of-languages";

    private final Languages languages;
    private final Narrowing narrowing;
    private final Trail trail;

    Readers(Languages languages, Narrowing narrowing, Trail trail) {
        this.languages = languages;
        this.narrowing = narrowing;
        this.trail = trail;
    }

    Optional<Alerted> find(List<TeamRecord> ordinary, List<TeamRecord> catchAll) {
        if (!languages.areKnown()) {
            trail.only("language", ordinary, team -> Optional.of(LeftOutFor.LANGUAGE));
            return Optional.empty();
        }
        String name = languages.areSeveral() ? "languages" : "language";
        List<TeamRecord> all = trail.only(name, ordinary, languages::allReadBy);
        if (!all.isEmpty()) {
            Narrowed fitting = narrowing.narrow(all);
            return Optional.of(new Alerted(fitting.teams(), AddressedAs.RESPONSIBLE, RuleName.of(name, fitting)));
        }
        return languages.areSeveral() ? ofEach(ordinary, catchAll) : Optional.empty();
    }

    private Optional<Alerted> ofEach(List<TeamRecord> ordinary, List<TeamRecord> catchAll) {
        List<TeamRecord> found = new ArrayList<>();
        boolean isEachRead = true;
        boolean child = false;
        for (LanguageTag tag : languages.tags()) {
            Languages one = new Languages(List.of(tag));
            List<TeamRecord> reading =
                    trail.only("reads-" + tag.value().toLowerCase(Locale.ROOT), ordinary, one::allReadBy);
            if (reading.isEmpty()) {
                isEachRead = false;
            } else {
                Narrowed fitting = narrowing.narrow(reading);
                found.addAll(fitting.teams());
                child |= fitting.child();
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<TeamRecord> teams = found.stream()
                .distinct()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .toList();
        Alerted readers = new Alerted(teams, AddressedAs.RESPONSIBLE, RuleName.ofChild(ONE_OF_LANGUAGES, child));
        return Optional.of(isEachRead ? readers : readers.and(catchAll, readers.rule()));
    }
}
