package org.ovoz.notify.coverage.map;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.roster.Stretch;

/**
 * A team that reads reports at once, as its signed record has it, and who is in it.
 *
 * @param hours when its standing list is there; a duty is kept outside of them too
 */
public record CoveredTeam(
        OrganisationId organisation,
        Set<LanguageTag> languages,
        Set<RegionCode> regions,
        OpeningHours hours,
        List<Member> members) {

    public CoveredTeam {
        languages = Set.copyOf(languages);
        regions = Set.copyOf(regions);
        members = List.copyOf(members);
    }

    /** @param standing on the team's standing list, which counts while the team has no duties */
    public record Member(PersonId person, Set<LanguageTag> languages, boolean standing, List<Duty> duties) {

        public Member {
            languages = Set.copyOf(languages);
            duties = List.copyOf(duties);
        }
    }

    /** A duty that is not over. */
    public record Duty(Stretch stretch, boolean checkedIn) {}

    /** Prefixes count, as in the signed record. */
    boolean takes(RegionCode region) {
        return regions.stream()
                .anyMatch(own -> own.equals(region) || region.value().startsWith(own.value() + "-"));
    }

    Stream<Reading> readings(LanguageTag language, Instant from, Instant until) {
        boolean byDuty = members.stream().anyMatch(member -> !member.duties().isEmpty());
        return members.stream()
                .filter(member -> member.languages().contains(language))
                .flatMap(member -> byDuty ? onDuty(member) : standing(member, from, until));
    }

    private static Stream<Reading> onDuty(Member member) {
        return member.duties().stream()
                .map(duty -> new Reading(
                        member.person(), duty.stretch(), duty.checkedIn() ? Level.CHECKED_IN : Level.PLANNED));
    }

    private Stream<Reading> standing(Member member, Instant from, Instant until) {
        return member.standing()
                ? hours.between(from, until).stream().map(open -> new Reading(member.person(), open, Level.STANDING))
                : Stream.empty();
    }
}
