package org.ovoz.local.launcher.demo;

import java.util.List;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;

/** A team as its organisation would describe it, before it has keys. */
public record Team(
        TeamId id,
        OrganisationId organisation,
        List<LanguageTag> languages,
        List<RegionCode> regions,
        boolean childQualified,
        boolean escalation) {}
