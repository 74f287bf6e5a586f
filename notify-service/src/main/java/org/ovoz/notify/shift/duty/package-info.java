/** Duties as their people see them, swaps, and who is on call. */
@NullMarked
package org.ovoz.notify.shift.duty;

import org.jspecify.annotations.NullMarked;
