package org.ovoz.notify.notice;

import java.util.Locale;

/** What a notice is about. */
public enum NoticeKind {
    /** A report of which nobody could be alerted; the subject is its id. */
    NOBODY_ALERTED,
    /** A way by which a person cannot be reached any more; person and way. */
    DEAD_CHANNEL,
    /** A language that nobody reads for a while; language, region and hour. */
    COVERAGE_GAP,
    /** A shift that nobody checked in for; the duty. */
    MISSED_CHECK_IN,
    /** A shift that ends with open promises; the duty. */
    HANDOVER_OPEN,
    /** Somebody wishes to call police or ambulance, and a second person has to answer; report and call. */
    EMERGENCY_ASKED,
    /** No interpreter could be asked, or none said yes; report and request. */
    NO_INTERPRETER,
    /** Something was to be done by a time that has passed, and nobody has ticked it off; report and due. */
    DUE_PASSED,
    /** A test report that did not arrive; line and language. */
    DEAD_LINE,
    /** A person lost the key and made a new one, which somebody else has to compare and give the teams' keys to; the person. */
    KEY_REPLACED,
    /** A key did not match what its owner read out: somebody may be posing as them; team and person. */
    KEY_MISMATCH,
    /** Fewer than two people hold a team's key: one lost device, and its reports are closed for good; the team. */
    FEW_HOLDERS,
    /** Somebody who held a team's key is gone: it has to be replaced; team and the key's id. */
    ROTATE_KEY,
    /** A team's keys are a year old: whoever was let in is to be looked at anew; the team. */
    KEYS_OLD,
    /** An organisation has a new recovery key, and other papers for the same teams' keys are void; the new key's id. */
    RECOVERY_REPLACED,
    /** A login that nobody invited; its id. Or {@code lost-realm}: most logins are gone or disabled at once. */
    DIRECTORY_DIFFERS,
    /** Somebody declared a conflict of interest; report and person. */
    CONFLICT_DECLARED,
    /** Somebody opened as many reports within an hour as one may; the person. */
    OPENING_CAP;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
