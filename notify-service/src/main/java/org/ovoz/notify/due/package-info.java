/** What has to be done by when, as times and coded kinds: they come back into the queue, and somebody is told when they have passed. */
@NullMarked
package org.ovoz.notify.due;

import org.jspecify.annotations.NullMarked;
