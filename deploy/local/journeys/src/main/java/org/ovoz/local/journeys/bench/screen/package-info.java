/** How soon what a reporter writes is on a responder's screen, beside thousands of other reports. */
@NullMarked
package org.ovoz.local.journeys.bench.screen;

import org.jspecify.annotations.NullMarked;
