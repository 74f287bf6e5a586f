/** Who would get a report, and why: what intake's routing is asked and what it answers. Never on the bus. */
@NullMarked
package org.ovoz.contracts.routing;

import org.jspecify.annotations.NullMarked;
