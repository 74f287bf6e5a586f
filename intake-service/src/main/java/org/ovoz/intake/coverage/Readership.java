package org.ovoz.intake.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a language is read, as far as it may be said to a reporter. */
public sealed interface Readership {

    /** @param until absent when it is not known */
    record Now(@Nullable Instant until) implements Readership {}

    record Next(Instant from) implements Readership {}

    /** Nothing was said of it, nobody is planned, or what was said is too old: promise nothing. */
    record Unknown() implements Readership {}
}
