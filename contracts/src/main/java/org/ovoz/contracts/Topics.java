package org.ovoz.contracts;

/** The topics; each has one writer service, and the report id (for teams the team id, for coverage the language) as key (DESIGN 4). */
public final class Topics {

    /** Written by intake; {@link org.ovoz.contracts.report.ReportEvent}. */
    public static final String REPORTS = "ovoz.reports.v1";

    /** Written by the desk; {@link org.ovoz.contracts.desk.DeskEvent}. */
    public static final String DESK = "ovoz.desk.v1";

    /** Written by the desk, compacted; signed {@link org.ovoz.contracts.team.TeamRecord}s and suspensions. */
    public static final String TEAMS = "ovoz.teams.v1";

    /** Written by the desk, compacted; {@link org.ovoz.contracts.coverage.LanguageCoverage}, by language. */
    public static final String COVERAGE = "ovoz.coverage.v1";

    private Topics() {}
}
