/** Committed events on their way to Kafka. */
@NullMarked
package org.ovoz.intake.publishing;

import org.jspecify.annotations.NullMarked;
