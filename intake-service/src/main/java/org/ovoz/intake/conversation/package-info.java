/** The thread: found or opened, and written in one statement. */
@NullMarked
package org.ovoz.intake.conversation;

import org.jspecify.annotations.NullMarked;
