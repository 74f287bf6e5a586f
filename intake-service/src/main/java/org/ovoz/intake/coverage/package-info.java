/** When somebody reads a language, as the desk says; kept in intake's own database, so that pages and texts can say so honestly. */
@NullMarked
package org.ovoz.intake.coverage;

import org.jspecify.annotations.NullMarked;
