package org.ovoz.notify.cases;

/** Who sees a case: the teams addressed; an escalation team only once nobody opened it in time. */
public final class Visible {

    private Visible() {}

    /**
     * A condition on {@code report_case c}.
     *
     * @param teams the parameter that holds the caller's teams, as in {@code $1}
     * @param now the parameter that holds the time
     */
    public static String to(String teams, String now) {
        return "EXISTS (SELECT 1 FROM case_team seen WHERE seen.report_id = c.id AND seen.team = ANY (" + teams
                + ") AND " + addressedTeam("seen", now) + ")";
    }

    /** Whether a team addressed (a row of {@code case_team}) is let in; a condition beside {@code report_case c}. */
    static String addressedTeam(String caseTeam, String now) {
        return "(" + caseTeam + ".addressed_as <> 'escalation' OR (c.escalates_at <= " + now
                + " AND (c.first_opened_at IS NULL OR c.first_opened_at >= c.escalates_at)))";
    }
}
