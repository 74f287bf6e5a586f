package org.ovoz.notify.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;

/**
 * A case as people are shown it.
 *
 * @param readBy until when a person is to have read what came last; absent once somebody has
 * @param claimedBy the holder's handle
 * @param offer absent unless it is being handed over
 * @param opened whether anybody has ever fetched the content
 * @param agreedUntil the holder and the reporter agreed on a time until then
 * @param closedFor a closing reason
 * @param present who has it open at this moment
 * @param reach when the reporter may be reached, and when an answer goes out that waits; absent if nothing is to be said
 * @param due what is to be done next, or was and is not ticked off
 * @param version grows with what happens in the case: of two views that are not of the same, the lower was read earlier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        ReportId id,
        String shortId,
        CaseState state,
        String language,
        String region,
        String channel,
        boolean danger,
        boolean child,
        Instant receivedAt,
        Instant lastWroteAt,
        @Nullable Instant readBy,
        @Nullable String claimedBy,
        @Nullable Instant leaseUntil,
        List<TeamId> teams,
        String texts,
        boolean opened,
        Replies replies,
        @Nullable Instant agreedUntil,
        @Nullable String closedFor,
        @Nullable Block block,
        List<Present> present,
        @Nullable Offer offer,
        @Nullable Reach reach,
        @Nullable Due due,
        long version) {

    /**
     * A block that somebody proposed, or that holds.
     *
     * @param confirmed whether a second person agreed, so that it holds
     * @param by who proposed it
     * @param organisation whose people may confirm or end it
     */
    public record Block(boolean confirmed, String by, OrganisationId organisation, Instant until) {}

    /**
     * Somebody who has the case open.
     *
     * @param doing {@code reading} or {@code writing}
     */
    public record Present(String who, String doing) {}

    /** It is offered to another team, which is to have answered by then. */
    public record Offer(TeamId from, TeamId to, Instant acceptBy) {}

    /**
     * Something that is to be done by then.
     *
     * @param kind a code; about what, only sealed content says
     */
    public record Due(String kind, Instant at) {}

    /** How many answers are where now; each is counted once. */
    public record Replies(
            long accepted,
            long sent,
            long delivered,
            long refused,
            long failed,
            long unknown,
            long scheduled,
            long withdrawn) {}

    /**
     * Times in which the reporter is reached.
     *
     * @param safeFrom of the window that is open or comes next, as it was when the hours were recorded
     * @param answerGoesAt of the first answer that waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reach(
            @Nullable Instant safeFrom,
            @Nullable Instant safeUntil,
            @Nullable Instant answerGoesAt) {}
}
