package org.ovoz.local.journeys.chaos.judge;

import java.time.Duration;
import java.util.Optional;

/**
 * How long after the end of a fault the first text that came after it got how far. Absent where none did.
 *
 * @param works until a text had gone all the way; of the login server, until it answered
 */
public record Recovery(
        String fault,
        Optional<Duration> acknowledged,
        Optional<Duration> published,
        Optional<Duration> applied,
        Duration works) {}
