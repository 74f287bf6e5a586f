/** Alerts by telephone, with a key to press. */
@NullMarked
package org.ovoz.notify.alert.call;

import org.jspecify.annotations.NullMarked;
