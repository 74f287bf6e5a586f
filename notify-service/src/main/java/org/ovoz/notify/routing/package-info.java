/** Who would get a report, and who would be there to read it. */
@NullMarked
package org.ovoz.notify.routing;

import org.jspecify.annotations.NullMarked;
