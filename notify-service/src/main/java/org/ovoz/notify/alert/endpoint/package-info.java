/** Addresses that people name, and the one careful way to post to them. */
@NullMarked
package org.ovoz.notify.alert.endpoint;

import org.jspecify.annotations.NullMarked;
