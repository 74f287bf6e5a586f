package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;

/** A responder said which language or region it really is. */
public record LanguageCorrected(ReportId reportId, PersonId by, LanguageTag language, RegionCode region, Instant at)
        implements DeskEvent {}
