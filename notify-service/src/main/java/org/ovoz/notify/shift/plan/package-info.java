/** Patterns and exceptions, and the coming fortnight laid out from them. */
@NullMarked
package org.ovoz.notify.shift.plan;

import org.jspecify.annotations.NullMarked;
