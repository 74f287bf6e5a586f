/** What responders' browsers order, verified. */
@NullMarked
package org.ovoz.intake.orders;

import org.jspecify.annotations.NullMarked;
