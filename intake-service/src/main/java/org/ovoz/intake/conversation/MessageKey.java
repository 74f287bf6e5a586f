package org.ovoz.intake.conversation;

import org.jspecify.annotations.Nullable;
import org.ovoz.intake.contact.LookupHash;

/**
 * How a message is recognised without keeping what came.
 *
 * @param message of the sender's own id for it: the same one makes no second row
 * @param number of the number it came from; absent where there is none
 */
public record MessageKey(LookupHash message, @Nullable LookupHash number) {}
