package org.ovoz.local.journeys.sealed;

import org.ovoz.contracts.ReportId;

/** An order as it goes to the desk: the body's exact bytes and the signature over them. */
public record SignedOrder(ReportId report, String body, String jws) {

    @Override
    public String toString() {
        return "SignedOrder[" + report + "]";
    }
}
