/** Which teams a report is sealed to, and why. */
@NullMarked
package org.ovoz.intake.routing;

import org.jspecify.annotations.NullMarked;
