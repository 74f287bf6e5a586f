package org.ovoz.local.journeys.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.TextsAllowed;

/** A case as the desk's API shows it; as much of it as the journeys look at. */
public record CaseView(
        ReportId id,
        String shortId,
        String state,
        @Nullable String language,
        @Nullable String channel,
        @Nullable TextsAllowed texts,
        List<TeamId> teams,
        Replies replies) {

    /** How many replies had which fate. */
    public record Replies(int accepted, int sent, int delivered, int refused, int failed, int unknown) {}

    public boolean is(ReportId report) {
        return id.equals(report);
    }

    /** The desk's list of cases. */
    record Listed(List<CaseView> cases) {}
}
