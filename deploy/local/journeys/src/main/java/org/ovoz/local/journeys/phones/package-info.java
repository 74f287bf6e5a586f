/** What people hold in their hands: a reporter's phone, a responder's phone, a mailbox. */
@NullMarked
package org.ovoz.local.journeys.phones;

import org.jspecify.annotations.NullMarked;
