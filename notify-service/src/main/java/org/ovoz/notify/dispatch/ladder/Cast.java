package org.ovoz.notify.dispatch.ladder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;

/**
 * Everybody who may be told of a report, as things stand.
 *
 * @param holder who has claimed it, while the lease holds
 * @param danger the reporter said so: quiet hours do not count then
 */
public record Cast(
        UUID ladder, List<Candidate> candidates, @Nullable PersonId holder, boolean danger) {

    public Cast {
        candidates = List.copyOf(candidates);
    }

    /** Whom this rung tells; only people who can be reached by its ways. */
    List<PersonId> of(Rung rung, Position position) {
        Stream<Candidate> people = switch (rung.reach()) {
            case FIRST -> first(position).stream();
            case NEXT ->
                onCall(position)
                        .filter(one -> !position.told().contains(one.person()))
                        .limit(1);
            case TEAM -> team(position);
            case ESCALATION -> escalation(position);
            case COORDINATOR -> coordinators();
        };
        return people.filter(one -> one.reachableBy(rung.ways()))
                .map(Candidate::person)
                .toList();
    }

    private Optional<Candidate> first(Position position) {
        Optional<Candidate> holding =
                candidates.stream().filter(one -> one.person().equals(holder)).findFirst();
        if (holding.isPresent()) {
            return holding;
        }
        List<Candidate> ready = onCall(position).toList();
        return ready.stream()
                .filter(one -> position.told().contains(one.person()))
                .findFirst()
                .or(() -> ready.stream().findFirst());
    }

    /** Who reads the language before others, then who has less to do, then by lot; each round begins with the next. */
    private Stream<Candidate> onCall(Position position) {
        List<Candidate> ready = candidates.stream()
                .filter(one -> one.responsible() && one.member() && one.onCall())
                .sorted(Comparator.comparing((Candidate one) -> !one.speaks())
                        .thenComparing(Candidate::holds)
                        .thenComparing(this::lot))
                .toList();
        int begin = ready.isEmpty() ? 0 : (position.round() - 1) % ready.size();
        return Stream.concat(ready.stream().skip(begin), ready.stream().limit(begin));
    }

    private Stream<Candidate> team(Position position) {
        return candidates.stream()
                .filter(one ->
                        one.responsible() && one.member() && !position.told().contains(one.person()))
                .filter(this::mayBeRoused);
    }

    private Stream<Candidate> escalation(Position position) {
        List<Candidate> all = candidates.stream()
                .filter(one ->
                        one.escalation() && one.member() && !position.told().contains(one.person()))
                .toList();
        return firstNotEmpty(all, Candidate::onCall, this::mayBeRoused);
    }

    private Stream<Candidate> coordinators() {
        List<Candidate> all = candidates.stream()
                .filter(one -> one.responsible() && one.coordinator())
                .toList();
        return firstNotEmpty(
                all, one -> one.member() && mayBeRoused(one), this::mayBeRoused, Candidate::member, one -> true);
    }

    private boolean mayBeRoused(Candidate one) {
        return danger || one.onCall() || !one.quiet();
    }

    @SafeVarargs
    private static Stream<Candidate> firstNotEmpty(List<Candidate> all, Predicate<Candidate>... like) {
        return Stream.of(like)
                .map(one -> all.stream().filter(one).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream();
    }

    /** The same for a ladder however often it is asked, another for the next ladder. */
    private int lot(Candidate one) {
        return new UUID(
                        ladder.getMostSignificantBits() ^ one.person().value().getMostSignificantBits(),
                        ladder.getLeastSignificantBits() ^ one.person().value().getLeastSignificantBits())
                .hashCode();
    }
}
