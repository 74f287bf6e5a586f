/** The door: every channel ends in AcceptInboundMessage. */
@NullMarked
package org.ovoz.intake;

import org.jspecify.annotations.NullMarked;
