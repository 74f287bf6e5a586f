/** What this instance remembers of `ovoz.desk.v1`, so that a reader can go on where it stopped. */
@NullMarked
package org.ovoz.notify.live.log;

import org.jspecify.annotations.NullMarked;
