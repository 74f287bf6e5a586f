/** What intake tells: events are committed with the state they tell of, and relayed to Kafka. */
@NullMarked
package org.ovoz.intake.outbox;

import org.jspecify.annotations.NullMarked;
