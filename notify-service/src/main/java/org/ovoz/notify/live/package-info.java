/** The live stream of the queue. */
@NullMarked
package org.ovoz.notify.live;

import org.jspecify.annotations.NullMarked;
