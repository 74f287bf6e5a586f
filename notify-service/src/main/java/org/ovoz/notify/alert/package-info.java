/** Alerts: written with what caused them, sent after COMMIT, settled by state. */
@NullMarked
package org.ovoz.notify.alert;

import org.jspecify.annotations.NullMarked;
