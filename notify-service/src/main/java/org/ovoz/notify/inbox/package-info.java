/** The only consumer of what intake tells. */
@NullMarked
package org.ovoz.notify.inbox;

import org.jspecify.annotations.NullMarked;
