/** Where a running local stack is, as its launcher wrote it down. */
@NullMarked
package org.ovoz.local.journeys.stack;

import org.jspecify.annotations.NullMarked;
