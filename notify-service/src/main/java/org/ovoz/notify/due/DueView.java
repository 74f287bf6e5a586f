package org.ovoz.notify.due;

import java.time.Instant;

/** Something that is due, or was and nobody has ticked it off. */
public record DueView(String kind, Instant at) {}
