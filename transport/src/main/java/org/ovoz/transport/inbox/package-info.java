/** Events come in once, in order per key and topic; what cannot be applied is parked and shown. */
@NullMarked
package org.ovoz.transport.inbox;

import org.jspecify.annotations.NullMarked;
