/** The rules by which a ladder climbs: plain Java. */
@NullMarked
package org.ovoz.notify.dispatch.ladder;

import org.jspecify.annotations.NullMarked;
