/** Phone calls, both ways, TwiML and recordings. */
@NullMarked
package org.ovoz.local.carrier.calls;

import org.jspecify.annotations.NullMarked;
