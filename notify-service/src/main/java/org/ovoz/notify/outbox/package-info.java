/** What a transaction tells commits with it and goes to Kafka afterwards. */
@NullMarked
package org.ovoz.notify.outbox;

import org.jspecify.annotations.NullMarked;
