/** Plays a report's whole way through public interfaces only, as people would: `make demo`, `make screenshots`. */
@NullMarked
package org.ovoz.local.journeys;

import org.jspecify.annotations.NullMarked;
