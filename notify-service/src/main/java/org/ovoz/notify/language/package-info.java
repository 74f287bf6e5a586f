/** Which language and region a report really is of, as a responder says. */
@NullMarked
package org.ovoz.notify.language;

import org.jspecify.annotations.NullMarked;
