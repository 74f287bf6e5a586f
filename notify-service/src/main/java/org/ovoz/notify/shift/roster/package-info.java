/** The rule that makes stretches of duty of weekly patterns; plain Java. */
@NullMarked
package org.ovoz.notify.shift.roster;

import org.jspecify.annotations.NullMarked;
