/** Alerts: written with what caused them ({@link org.ovoz.notify.alert.occasion}), sent after COMMIT, settled by state. */
@NullMarked
package org.ovoz.notify.alert;

import org.jspecify.annotations.NullMarked;
