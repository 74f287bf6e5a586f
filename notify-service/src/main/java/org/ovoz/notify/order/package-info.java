/** Passes orders through to intake; stores none of them. */
@NullMarked
package org.ovoz.notify.order;

import org.jspecify.annotations.NullMarked;
