package org.ovoz.intake.orders.recipient;

import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.orders.action.Refusal;

/** Nobody is taken out if nobody who can answer, or nobody who can step in, would be left. */
final class RecipientRules {

    private RecipientRules() {}

    /**
     * Empty if it may be done.
     *
     * @param suspended whether a team is
     * @param stepsIn whether a team is one that steps in, by its record
     */
    static Optional<Refusal> refuse(RecipientChange change, Predicate<TeamId> suspended, Predicate<TeamId> stepsIn) {
        if (change.drop().isEmpty()) {
            return Optional.empty();
        }
        boolean answered = change.after().stream()
                .anyMatch(one -> one.as() != AddressedAs.ESCALATION && !suspended.test(one.team()));
        boolean watched =
                change.after().stream().anyMatch(one -> isOfThose(one, stepsIn) && !suspended.test(one.team()));
        if (!answered) {
            return Optional.of(Refusal.of(409, "last-recipient", "Nobody else is left to answer"));
        }
        return !watched && stepsIn.test(change.drop().get())
                ? Optional.of(Refusal.of(409, "last-escalation", "Nobody else is left to step in"))
                : Optional.empty();
    }

    private static boolean isOfThose(Addressed one, Predicate<TeamId> stepsIn) {
        return one.as() == AddressedAs.ESCALATION || stepsIn.test(one.team());
    }
}
