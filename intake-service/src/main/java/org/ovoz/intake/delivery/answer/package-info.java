/** The single neutral answer to the first text of a report. */
@NullMarked
package org.ovoz.intake.delivery.answer;

import org.jspecify.annotations.NullMarked;
