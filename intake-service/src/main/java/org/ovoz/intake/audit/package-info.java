/** Who did what to which report, written in the transaction that did it. */
@NullMarked
package org.ovoz.intake.audit;

import org.jspecify.annotations.NullMarked;
