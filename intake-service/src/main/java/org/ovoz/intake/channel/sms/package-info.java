/** Texts that come in. */
@NullMarked
package org.ovoz.intake.channel.sms;

import org.jspecify.annotations.NullMarked;
