package org.ovoz.notify.dispatch.ladder;

/** Whom a rung tells. */
public enum Reach {
    /** Whoever holds the report and is on call, else the first of those on call; the same person through the round while on call. */
    FIRST,
    /** The first of those on call whom nothing has been told in this round. */
    NEXT,
    /** All others of the responsible teams, on call or not. */
    TEAM,
    /** The teams that step in: those on call, else all. Not before they are let in. */
    ESCALATION,
    /** Coordinators, those who hold a key of a team addressed before others. */
    COORDINATOR
}
