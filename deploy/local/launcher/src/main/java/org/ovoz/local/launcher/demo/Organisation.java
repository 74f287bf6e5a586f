package org.ovoz.local.launcher.demo;

import org.ovoz.contracts.OrganisationId;

/** An organisation that answers reports. */
public record Organisation(OrganisationId id, String label) {}
