package org.ovoz.notify.coverage.map;

import java.util.List;
import java.util.Set;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;

/**
 * A language in a region that some team says it reads.
 *
 * @param hours what every moment of the hour reaches at least, hour by hour
 * @param readers how many people are there now
 * @param organisations whose teams say so
 */
public record Cell(
        LanguageTag language, RegionCode region, List<Level> hours, long readers, Set<OrganisationId> organisations) {

    public Cell {
        hours = List.copyOf(hours);
        organisations = Set.copyOf(organisations);
    }

    /** Somebody is there at some time. */
    public boolean everRead() {
        return hours.stream().anyMatch(level -> level != Level.NONE);
    }
}
