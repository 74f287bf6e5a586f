/** Recordings of calls. */
@NullMarked
package org.ovoz.local.carrier.recordings;

import org.jspecify.annotations.NullMarked;
