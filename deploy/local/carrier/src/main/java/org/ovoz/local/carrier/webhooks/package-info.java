/** Signed requests to the customers' applications, their retries, and what went wrong. */
@NullMarked
package org.ovoz.local.carrier.webhooks;

import org.jspecify.annotations.NullMarked;
