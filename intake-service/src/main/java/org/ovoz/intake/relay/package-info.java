/** The key that a reply by text is granted to. */
@NullMarked
package org.ovoz.intake.relay;

import org.jspecify.annotations.NullMarked;
