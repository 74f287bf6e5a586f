/** Who else is to read a report: let in, or taken out, by order of a team that reads it. */
@NullMarked
package org.ovoz.intake.orders.recipient;

import org.jspecify.annotations.NullMarked;
