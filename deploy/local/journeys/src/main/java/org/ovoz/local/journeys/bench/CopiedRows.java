package org.ovoz.local.journeys.bench;

import java.util.Map;

/**
 * Rows that one text wrote into a table of intake's.
 *
 * @param where which of the report's rows; the report's id is its one parameter
 * @param fresh columns that differ from copy to copy, with an expression for each; {@code ids.report} is the copy's report
 */
record CopiedRows(String table, String where, Map<String, String> fresh) {
    static final String REPORT = "ids.report";
    static final String RANDOM_ID = "gen_random_uuid()";
    static final String RANDOM_TEXT = "gen_random_uuid()::text";

    CopiedRows {
        fresh = Map.copyOf(fresh);
    }
}
