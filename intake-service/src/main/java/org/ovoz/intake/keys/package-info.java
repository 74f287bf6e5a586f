/** Keys that come as files and never lie in a database. */
@NullMarked
package org.ovoz.intake.keys;

import org.jspecify.annotations.NullMarked;
