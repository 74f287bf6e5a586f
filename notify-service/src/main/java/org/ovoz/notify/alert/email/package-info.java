/** Alerts by e-mail. */
@NullMarked
package org.ovoz.notify.alert.email;

import org.jspecify.annotations.NullMarked;
