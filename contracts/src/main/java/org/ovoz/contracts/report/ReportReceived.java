package org.ovoz.contracts.report;

import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;

/** A report was stored and sealed to the addressed teams. {@code danger} and {@code child} are what the person said in a coded way; a text says neither. */
public record ReportReceived(
        ReportId reportId,
        Channel channel,
        LanguageTag language,
        RegionCode region,
        boolean danger,
        boolean child,
        List<Addressed> addressed,
        RuleId rule,
        Instant at)
        implements ReportEvent {}
