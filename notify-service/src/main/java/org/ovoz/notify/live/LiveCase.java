package org.ovoz.notify.live;

import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Audience;

/** A case as it goes out on a stream, written once for all who may see it. */
record LiveCase(ReportId id, Audience audience, String json) {}
