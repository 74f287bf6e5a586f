/** Weekly hours by the clock of a place. */
@NullMarked
package org.ovoz.notify.directory.hours;

import org.jspecify.annotations.NullMarked;
