/** What surrounds intake in its tests, and the people who use it: reporters, the carrier, teams, responders. */
@NullMarked
package org.ovoz.intake.setting;

import org.jspecify.annotations.NullMarked;
