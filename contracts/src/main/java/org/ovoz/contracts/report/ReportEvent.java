package org.ovoz.contracts.report;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** What intake tells the desk. No content, no contact, not even sealed; a test walks every record and refuses a field that could hold either. */
public sealed interface ReportEvent
        permits ReportReceived,
                ReporterWrote,
                SafeContactChanged,
                SafeWindowChanged,
                ReplyAccepted,
                ReplyScheduled,
                ReplyWithdrawn,
                ReplyRefused,
                ReplySent,
                ReplyDelivered,
                ReplyFailed,
                ReplyFateUnknown,
                ConversationClosed,
                ContactErased,
                RecipientsChanged,
                ReportShredded,
                CanaryReceived {

    ReportId reportId();

    /** When it happened, by the writer's clock. */
    Instant at();
}
