/** The keys under which an organisation's browsers make the marks of places: kept sealed and signed, opened nowhere here. */
@NullMarked
package org.ovoz.notify.link.key;

import org.jspecify.annotations.NullMarked;
