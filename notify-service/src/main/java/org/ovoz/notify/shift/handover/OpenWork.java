package org.ovoz.notify.shift.handover;

import org.ovoz.notify.cases.Visible;

/** What a duty leaves behind: reports of its team that its person holds, or is at and has not read, and nobody has accepted. */
final class OpenWork {

    /** A query beside {@code duty d}, of the reports' rows as {@code c}. */
    static final String OF_DUTY = """
            FROM report_case c
            WHERE c.closed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM duty_handover h WHERE h.duty = d.id AND c.id = ANY (h.reports))
                AND EXISTS (SELECT 1 FROM case_team k WHERE k.report_id = c.id AND k.team = d.team)
                AND (c.claimed_by = d.person OR EXISTS (
                    SELECT 1 FROM ladder l JOIN acknowledgement a ON a.ladder = l.id AND a.round = l.round
                    WHERE l.report_id = c.id AND l.ended_at IS NULL AND a.person = d.person AND NOT %s))""".formatted(Visible.hiddenFrom("c.id", "d.person"));

    /** A condition: the person's duty in the team ends here. */
    static final String ENDS = """
            d.cancelled_at IS NULL AND d.checked_in_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM duty more WHERE more.person = d.person AND more.team = d.team
                AND more.cancelled_at IS NULL AND more.starts_at <= d.ends_at AND more.ends_at > d.ends_at)""";

    private OpenWork() {}

    /**
     * The same, without what is hidden from whoever looks at it or accepts it.
     *
     * @param person the parameter that holds their id
     */
    static String ofDutyFor(String person) {
        return OF_DUTY + " AND NOT " + Visible.hiddenFrom("c.id", person);
    }
}
