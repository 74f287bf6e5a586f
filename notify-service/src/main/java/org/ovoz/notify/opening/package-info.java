/** How much one person may open. */
@NullMarked
package org.ovoz.notify.opening;

import org.jspecify.annotations.NullMarked;
