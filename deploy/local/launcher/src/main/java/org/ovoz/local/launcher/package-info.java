/** The program behind {@code make run}, {@code make stop} and {@code make sign}. */
@NullMarked
package org.ovoz.local.launcher;

import org.jspecify.annotations.NullMarked;
