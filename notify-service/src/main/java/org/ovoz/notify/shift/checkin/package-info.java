/** A duty counts once its person is known to be there: the phone was really rung, or something sealed to the team was opened. */
@NullMarked
package org.ovoz.notify.shift.checkin;

import org.jspecify.annotations.NullMarked;
