/** Devices that open a person's key with a PIN. */
@NullMarked
package org.ovoz.notify.key.device;

import org.jspecify.annotations.NullMarked;
