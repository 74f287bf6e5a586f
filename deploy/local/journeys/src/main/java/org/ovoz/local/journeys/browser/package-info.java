/** A real browser without a window. */
@NullMarked
package org.ovoz.local.journeys.browser;

import org.jspecify.annotations.NullMarked;
