package org.ovoz.contracts.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;

/**
 * A report was stored and sealed to the addressed teams. {@code danger} and {@code child} are what the person said in a coded way; a text
 * says neither.
 *
 * @param interpreter nobody among those who are alerted at once is known to read the language; absent in older events, which says no
 */
public record ReportReceived(
        ReportId reportId,
        Channel channel,
        LanguageTag language,
        RegionCode region,
        boolean danger,
        boolean child,
        List<Addressed> addressed,
        RuleId rule,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean interpreter,
        Instant at)
        implements ReportEvent {}
