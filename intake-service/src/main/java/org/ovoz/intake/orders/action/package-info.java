/** What an order does, once it is known to be a team's word about a report of its own. */
@NullMarked
package org.ovoz.intake.orders.action;

import org.jspecify.annotations.NullMarked;
