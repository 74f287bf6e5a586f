/** Signing what only the line's administration key may sign. */
@NullMarked
package org.ovoz.local.launcher.sign;

import org.jspecify.annotations.NullMarked;
