package org.ovoz.intake.routing;

import java.util.List;
import java.util.stream.Stream;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.team.TeamRecord;

/** Those who are alerted at once, and the name of the rule that found them. */
record Alerted(List<TeamRecord> teams, AddressedAs as, String rule) {

    Alerted and(List<TeamRecord> others, String newRule) {
        return new Alerted(
                Stream.concat(teams.stream(), others.stream()).distinct().toList(), as, newRule);
    }
}
