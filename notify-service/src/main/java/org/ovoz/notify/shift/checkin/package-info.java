/** A duty counts once the phone was really rung. */
@NullMarked
package org.ovoz.notify.shift.checkin;

import org.jspecify.annotations.NullMarked;
