/** A report goes to another team: offered, taken or declined; whoever offers it keeps watch until then. */
@NullMarked
package org.ovoz.notify.handover;

import org.jspecify.annotations.NullMarked;
