/** Whoever holds the desk with all that it has, and how far that gets them. */
@NullMarked
package org.ovoz.local.journeys.captured;

import org.jspecify.annotations.NullMarked;
