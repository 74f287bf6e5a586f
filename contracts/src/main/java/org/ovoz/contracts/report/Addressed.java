package org.ovoz.contracts.report;

import org.ovoz.contracts.TeamId;

/** A team that the report was sealed to, and why. */
public record Addressed(TeamId team, AddressedAs as) {}
