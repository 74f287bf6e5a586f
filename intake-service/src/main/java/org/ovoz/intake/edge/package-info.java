/** Which port answers what, and how refusals look. */
@NullMarked
package org.ovoz.intake.edge;

import org.jspecify.annotations.NullMarked;
