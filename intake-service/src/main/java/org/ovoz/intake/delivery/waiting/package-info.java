/** Replies that wait for a safe hour: when it comes, and what ends the waiting before. */
@NullMarked
package org.ovoz.intake.delivery.waiting;

import org.jspecify.annotations.NullMarked;
