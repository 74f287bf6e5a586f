/** Who is told of what. */
@NullMarked
package org.ovoz.notify.dispatch;

import org.jspecify.annotations.NullMarked;
