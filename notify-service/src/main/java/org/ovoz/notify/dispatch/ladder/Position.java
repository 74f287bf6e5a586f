package org.ovoz.notify.dispatch.ladder;

import java.util.Set;
import org.ovoz.contracts.desk.PersonId;

/**
 * How far a ladder has come.
 *
 * @param round from 1
 * @param climbed the rungs of this round that were, told or passed over
 * @param told the people alerted in this round
 * @param rang somebody's phone was reached in this round, as far as is known
 */
public record Position(int round, Set<Integer> climbed, Set<PersonId> told, boolean rang) {

    public Position {
        climbed = Set.copyOf(climbed);
        told = Set.copyOf(told);
    }
}
