package org.ovoz.contracts.report;

import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.CanaryId;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;

/**
 * A test report of the desk's came the way that reports come, up to here. It is nobody's to read, and intake removes it.
 *
 * @param canary which one, as the desk named it
 * @param language what intake took it for
 */
public record CanaryReceived(
        ReportId reportId, CanaryId canary, LanguageTag language, List<Addressed> addressed, RuleId rule, Instant at)
        implements ReportEvent {}
