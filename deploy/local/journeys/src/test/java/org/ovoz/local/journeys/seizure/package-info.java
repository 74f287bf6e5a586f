/** Whoever takes the servers away with all that is on them, and how far that gets them. */
@NullMarked
package org.ovoz.local.journeys.seizure;

import org.jspecify.annotations.NullMarked;
