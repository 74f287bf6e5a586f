package org.ovoz.notify.referral;

/** How somebody stands to a case. */
public enum Hold {
    /** Holds the claim. */
    HOLDS,
    /** Nobody can hold it any more, and what was begun may still be followed. */
    CLOSED,
    /** Sees it; nobody or somebody else holds it. */
    SEES,
    /** It is not there for them. */
    NOT_THERE
}
