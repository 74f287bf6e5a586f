/** Faults on demand. */
@NullMarked
package org.ovoz.local.carrier.faults;

import org.jspecify.annotations.NullMarked;
