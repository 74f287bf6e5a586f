/** Events commit with the state they tell of, then go to Kafka; what was left behind is found by state. */
@NullMarked
package org.ovoz.transport.outbox;

import org.jspecify.annotations.NullMarked;
