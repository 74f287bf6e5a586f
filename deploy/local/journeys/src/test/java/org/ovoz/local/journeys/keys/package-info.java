/** People's keys, on the whole stack. */
@NullMarked
package org.ovoz.local.journeys.keys;

import org.jspecify.annotations.NullMarked;
