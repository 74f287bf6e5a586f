/** Alerts to browsers: Web Push (RFC 8030, 8291, 8292). */
@NullMarked
package org.ovoz.notify.alert.push;

import org.jspecify.annotations.NullMarked;
