/** Orders about reaching the reporter: replies, taking them back, and the person's word on how they may be reached. */
@NullMarked
package org.ovoz.intake.orders.contact;

import org.jspecify.annotations.NullMarked;
