package org.ovoz.intake.routing;

import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.team.TeamRecord;

/** How closely a team covers a region; the closest first. */
enum RegionFit {
    /** The very region; for an unknown one, a team that takes those. */
    EXACT,
    /** The country that it is a part of. */
    COUNTRY,
    /** A team that takes reports from nowhere in particular; no claim to the region. */
    ANYWHERE,
    NONE;

    static RegionFit of(TeamRecord team, RegionCode region) {
        if (team.regions().contains(region)) {
            return EXACT;
        }
        RegionCode country = new RegionCode(region.value().split("-", 2)[0]);
        if (team.regions().contains(country)) {
            return COUNTRY;
        }
        return team.regions().contains(RegionCode.UNKNOWN) ? ANYWHERE : NONE;
    }

    static boolean isUnknown(RegionCode region) {
        return region.equals(RegionCode.UNKNOWN);
    }

    boolean covers() {
        return this == EXACT || this == COUNTRY;
    }
}
