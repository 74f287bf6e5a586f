/** Exact faults: a service is killed, or kept waiting, at one chosen statement, and what must hold afterwards does. */
@NullMarked
package org.ovoz.local.journeys.faults;

import org.jspecify.annotations.NullMarked;
