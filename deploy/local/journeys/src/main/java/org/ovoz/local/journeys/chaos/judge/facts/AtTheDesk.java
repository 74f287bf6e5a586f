package org.ovoz.local.journeys.chaos.judge.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the desk's database holds: all cases, and the events that it has applied. */
public record AtTheDesk(List<CaseRow> cases, List<AppliedRow> applied) {

    public AtTheDesk {
        cases = List.copyOf(cases);
        applied = List.copyOf(applied);
    }

    public record CaseRow(UUID report, Instant receivedAt) {}

    public record AppliedRow(UUID event, UUID report, long sequence, Instant at) {}
}
