package org.ovoz.local.journeys.chaos.judge.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A record of {@code ovoz.reports.v1}. They are kept in the order of their offsets, partition by partition.
 *
 * @param item the item that a {@code ReporterWrote} is about
 */
public record Told(UUID event, UUID report, long sequence, String type, Optional<UUID> item, Instant at) {}
