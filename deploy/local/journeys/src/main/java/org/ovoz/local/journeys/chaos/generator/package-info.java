/** Reporters' texts as the carrier brings them: an open loop, everything in it chosen by one seed. */
@NullMarked
package org.ovoz.local.journeys.chaos.generator;

import org.jspecify.annotations.NullMarked;
