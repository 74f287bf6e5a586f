package org.ovoz.notify.dispatch.ladder;

import java.util.Set;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;

/**
 * Somebody who may be told of a report.
 *
 * @param responsible a member of a team that is to act, or its organisation's coordinator
 * @param escalation the same of a team that steps in
 * @param member of one of these teams; a coordinator may be none and then holds no key
 * @param onCall now, in one of these teams
 * @param speaks the report's language, or nobody knows it
 * @param quiet within the hours that the person wants to be left alone
 * @param ways by which the person can be reached
 * @param holds cases that the person has claimed
 */
public record Candidate(
        PersonId person,
        boolean responsible,
        boolean escalation,
        boolean member,
        boolean coordinator,
        boolean onCall,
        boolean speaks,
        boolean quiet,
        Set<AlertKind> ways,
        long holds) {

    public Candidate {
        ways = Set.copyOf(ways);
    }

    boolean reachableBy(Set<AlertKind> wanted) {
        return ways.stream().anyMatch(wanted::contains);
    }
}
