/** Which language a text is in, and how that is known. */
@NullMarked
package org.ovoz.intake.language;

import org.jspecify.annotations.NullMarked;
