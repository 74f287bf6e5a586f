package org.ovoz.notify.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;

/**
 * One thing that was done or seen. Ids and codes only.
 *
 * @param chain what it belongs to: a report, the directory, the inbox, a person's reading
 * @param what a code
 * @param who nobody for what came from intake or a clock
 * @param subject the id of what was touched, where the chain does not say it; in a report's chain a reason, where one was given
 */
public record AuditEntry(
        String chain,
        String what,
        @Nullable UUID who,
        @Nullable String subject,
        Instant at) {

    private static final String REPORT = "report:";

    public static AuditEntry ofReport(ReportId report, String what, @Nullable PersonId who, Instant at) {
        return ofReport(report, what, who, null, at);
    }

    /** @param reason a code, as it was given by whoever did it */
    public static AuditEntry ofReport(
            ReportId report, String what, @Nullable PersonId who, @Nullable String reason, Instant at) {
        return new AuditEntry(chainOf(report), what, who == null ? null : who.value(), reason, at);
    }

    public static AuditEntry ofDirectory(String what, @Nullable UUID who, String subject, Instant at) {
        return new AuditEntry("directory", what, who, subject, at);
    }

    public static AuditEntry ofInbox(String what, UUID who, UUID event, Instant at) {
        return new AuditEntry("inbox", what, who, event.toString(), at);
    }

    public static AuditEntry ofReading(PersonId who, String what, Instant at) {
        return new AuditEntry("person:" + who, what, who.value(), null, at);
    }

    public static String chainOf(ReportId report) {
        return REPORT + report;
    }

    /** What the hash covers, besides the hash before. */
    String canonical() {
        return String.join(
                "|", chain, what, who == null ? "" : who.toString(), subject == null ? "" : subject, at.toString());
    }
}
