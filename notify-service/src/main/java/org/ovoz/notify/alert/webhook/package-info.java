/** Alerts to systems of people's organisations: Standard Webhooks. */
@NullMarked
package org.ovoz.notify.alert.webhook;

import org.jspecify.annotations.NullMarked;
