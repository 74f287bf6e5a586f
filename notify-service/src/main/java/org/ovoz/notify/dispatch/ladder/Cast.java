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
        List<Candidate> reachable =
                candidates.stream().filter(one -> one.reachableBy(rung.ways())).toList();
        Predicate<Candidate> isNew = one -> !position.told().contains(one.person());
        Stream<Candidate> people = switch (rung.reach()) {
            case FIRST -> first(position).filter(reachable::contains).stream();
            case NEXT -> onCall(reachable, position).filter(isNew).limit(1);
            case TEAM ->
                reachable.stream()
                        .filter(one -> one.responsible() && one.member())
                        .filter(isNew.and(this::mayBeRoused));
            case ESCALATION ->
                firstNotEmpty(
                        reachable,
                        isNew.and(one -> one.escalation() && one.member()),
                        List.of(Candidate::onCall, this::mayBeRoused));
            case COORDINATOR ->
                firstNotEmpty(
                        reachable,
                        one -> one.responsible() && one.coordinator(),
                        List.of(
                                one -> one.member() && mayBeRoused(one),
                                this::mayBeRoused,
                                Candidate::member,
                                one -> true));
        };
        return people.map(Candidate::person).toList();
    }

    /** Somebody who has no way at all is nobody to begin with. */
    private Optional<Candidate> first(Position position) {
        List<Candidate> reachable =
                candidates.stream().filter(one -> !one.ways().isEmpty()).toList();
        List<Candidate> ready = onCall(reachable, position).toList();
        Optional<Candidate> holding = reachable.stream()
                .filter(one -> one.person().equals(holder))
                .filter(one -> one.onCall() || (ready.isEmpty() && mayBeRoused(one)))
                .findFirst();
        if (holding.isPresent()) {
            return holding;
        }
        return ready.stream()
                .filter(one -> position.told().contains(one.person()))
                .findFirst()
                .or(() -> ready.stream().findFirst());
    }

    /** Who reads the language before others, then who has less to do, then by lot; each round begins with the next. */
    private Stream<Candidate> onCall(List<Candidate> among, Position position) {
        List<Candidate> ready = among.stream()
                .filter(one -> one.responsible() && one.member() && one.onCall())
                .sorted(Comparator.comparing((Candidate one) -> !one.speaks())
                        .thenComparing(Candidate::holds)
                        .thenComparing(this::lot))
                .toList();
        int begin = ready.isEmpty() ? 0 : (position.round() - 1) % ready.size();
        return Stream.concat(ready.stream().skip(begin), ready.stream().limit(begin));
    }

    private boolean mayBeRoused(Candidate one) {
        return danger || one.onCall() || !one.quiet();
    }

    private static Stream<Candidate> firstNotEmpty(
            List<Candidate> among, Predicate<Candidate> all, List<Predicate<Candidate>> preferred) {
        return preferred.stream()
                .map(like -> among.stream().filter(all.and(like)).toList())
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
