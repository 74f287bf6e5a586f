/** Duties for calendar programs. */
@NullMarked
package org.ovoz.notify.shift.calendar;

import org.jspecify.annotations.NullMarked;
