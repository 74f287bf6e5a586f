/** What is open when a duty ends, and who answers for it then. */
@NullMarked
package org.ovoz.notify.shift.handover;

import org.jspecify.annotations.NullMarked;
