package org.ovoz.notify.alert.answer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertPurpose;

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
