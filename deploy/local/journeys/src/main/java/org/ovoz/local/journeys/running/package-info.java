/** A stack that tests and other programs run for themselves, with the doors that only they use: its databases and its bus. */
@NullMarked
package org.ovoz.local.journeys.running;

import org.jspecify.annotations.NullMarked;
