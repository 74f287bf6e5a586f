/** The directory with the real login server: whatever is done here is there, and the other way round. */
@NullMarked
package org.ovoz.local.journeys.directory;

import org.jspecify.annotations.NullMarked;
