package org.ovoz.notify.alert.occasion;

import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.alert.AlertPurpose;

/** What people are alerted of. */
public sealed interface Occasion {

    /** Each person is alerted of it once per way, however often it is written. */
    UUID cause();

    /** The code that an alert says, by {@link AlertText}. */
    String code();

    AlertPurpose purpose();

    /** A rung of a report's ladder. */
    record Rung(UUID cause, String code, ReportId report, UUID ladder, int round, int rung) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.REPORT;
        }
    }

    /** A report that is offered to a team. */
    record Offer(UUID cause, String code, ReportId report) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.REPORT;
        }
    }

    /** Something of a report that was to be done by now. */
    record Due(UUID cause, String code, ReportId report) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.REPORT;
        }
    }

    /** A duty that is about to begin. */
    record CheckIn(UUID cause, String code, UUID duty) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.CHECK_IN;
        }
    }

    /** A notice to coordinators. */
    record Notice(UUID cause, String code, UUID notice) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.NOTICE;
        }
    }

    /** An interpreter who is asked for a conversation. It says nothing of the report. */
    record Interpreting(UUID cause, String code, UUID request) implements Occasion {

        @Override
        public AlertPurpose purpose() {
            return AlertPurpose.INTERPRETER;
        }
    }
}
