package org.ovoz.notify.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;

/**
 * An alert that its person answered.
 *
 * @param subject the duty, the notice or the request, for those that are not about a report
 */
public record AnsweredAlert(
        UUID id,
        AlertPurpose purpose,
        AlertKind kind,
        PersonId person,
        @Nullable ReportId report,
        @Nullable UUID ladder,
        @Nullable UUID subject) {}
