/** What programs that measure have in common. */
@NullMarked
package org.ovoz.local.journeys.measure;

import org.jspecify.annotations.NullMarked;
