/** What goes out to reporters, and what became of it. */
@NullMarked
package org.ovoz.intake.delivery;

import org.jspecify.annotations.NullMarked;
