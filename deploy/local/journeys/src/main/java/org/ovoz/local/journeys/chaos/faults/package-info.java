/** What is done to the parts of a stack while it works, and when it works again. */
@NullMarked
package org.ovoz.local.journeys.chaos.faults;

import org.jspecify.annotations.NullMarked;
