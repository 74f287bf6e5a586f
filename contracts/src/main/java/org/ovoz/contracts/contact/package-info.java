/** What a reporter allows: the person's word as a responder recorded it, in codes and times. */
@NullMarked
package org.ovoz.contracts.contact;

import org.jspecify.annotations.NullMarked;
