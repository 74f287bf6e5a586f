/** A responder at the desk: login, queue, claim, orders. */
@NullMarked
package org.ovoz.local.journeys.desk;

import org.jspecify.annotations.NullMarked;
