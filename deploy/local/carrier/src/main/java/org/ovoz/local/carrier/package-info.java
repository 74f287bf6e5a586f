/** A stand-in for the carrier that keeps to the documented contract of Twilio; start it with {@link org.ovoz.local.carrier.Carrier}. */
@NullMarked
package org.ovoz.local.carrier;

import org.jspecify.annotations.NullMarked;
