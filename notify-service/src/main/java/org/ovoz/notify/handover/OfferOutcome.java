package org.ovoz.notify.handover;

import org.ovoz.notify.cases.CaseView;

/** What became of the wish to hand a report over. */
sealed interface OfferOutcome {

    record Offered(CaseView view) implements OfferOutcome {}

    /** Only whoever holds a report hands it over. */
    record ClaimNeeded() implements OfferOutcome {}

    /** The team cannot read it (yet): the grant comes first, and intake has to have told of it. */
    record NotLetIn() implements OfferOutcome {}

    /** The caller is in no other team of the case. */
    record OwnTeam() implements OfferOutcome {}

    record AlreadyOffered() implements OfferOutcome {}

    record ReportClosed() implements OfferOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements OfferOutcome {}
}
