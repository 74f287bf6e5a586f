package org.ovoz.notify.cases;

/**
 * Who sees a case: the teams addressed; an escalation team only once nobody opened it in time; never whoever declared a conflict of
 * interest. Each query that shows a case, or tells somebody of one, asks here.
 */
public final class Visible {

    private Visible() {}

    /**
     * A condition on {@code report_case c}.
     *
     * @param teams the parameter that holds the caller's teams, as in {@code $1}
     * @param now the parameter that holds the time
     * @param person the parameter that holds the caller's id
     */
    public static String to(String teams, String now, String person) {
        return "EXISTS (SELECT 1 FROM case_team seen WHERE seen.report_id = c.id AND seen.team = ANY (" + teams
                + ") AND " + addressedTeam("seen", now) + ") AND NOT " + hiddenFrom("c.id", person);
    }

    /** A condition: the person declared a conflict of interest, and nobody has lifted it. */
    public static String hiddenFrom(String report, String person) {
        return "EXISTS (SELECT 1 FROM conflict_of_interest x WHERE x.report_id = " + report + " AND x.person = "
                + person + " AND x.lifted_at IS NULL)";
    }

    /** Whether a team addressed (a row of {@code case_team}) is let in; a condition beside {@code report_case c}. */
    static String addressedTeam(String caseTeam, String now) {
        return "(" + caseTeam + ".addressed_as <> 'escalation' OR (c.escalates_at <= " + now
                + " AND (c.first_opened_at IS NULL OR c.first_opened_at >= c.escalates_at)))";
    }
}
