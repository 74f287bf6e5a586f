package org.ovoz.contracts.desk;

import java.time.Instant;
import org.ovoz.contracts.ReportId;

/** A responder fetched the sealed content. */
public record ReportOpened(ReportId reportId, PersonId by, Instant at) implements DeskEvent {}
