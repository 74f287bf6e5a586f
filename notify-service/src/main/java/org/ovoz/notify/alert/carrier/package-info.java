/** The staff account at the carrier, for texts and calls: how to ask it, and how to know its webhooks. */
@NullMarked
package org.ovoz.notify.alert.carrier;

import org.jspecify.annotations.NullMarked;
