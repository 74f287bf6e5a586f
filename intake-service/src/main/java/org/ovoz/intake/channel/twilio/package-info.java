/** What the carrier's webhooks share: reading, checking, the delivery callbacks. */
@NullMarked
package org.ovoz.intake.channel.twilio;

import org.jspecify.annotations.NullMarked;
