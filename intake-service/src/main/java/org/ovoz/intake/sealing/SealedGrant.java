package org.ovoz.intake.sealing;

/** An item's key for one recipient, already under the report's shred key. */
public record SealedGrant(String recipient, String kid, String jwe) {}
