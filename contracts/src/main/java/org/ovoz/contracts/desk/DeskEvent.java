package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** Every change of the queue, published after COMMIT; the desk's instances feed their live streams from these. */
public sealed interface DeskEvent
        permits CaseOpened,
                CaseUpdated,
                ReportOpened,
                ReportClaimed,
                ClaimReleased,
                ClaimLapsed,
                ReportHandedOver,
                LanguageCorrected,
                ReportClosed {

    ReportId reportId();

    /** When it happened, by the writer's clock. */
    Instant at();
}
