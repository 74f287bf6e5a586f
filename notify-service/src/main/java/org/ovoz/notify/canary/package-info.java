/** Test reports that show that a line is alive. */
@NullMarked
package org.ovoz.notify.canary;

import org.jspecify.annotations.NullMarked;
