/** Who is at a report at this moment, so that two people do not work on it without knowing of each other. */
@NullMarked
package org.ovoz.notify.presence;

import org.jspecify.annotations.NullMarked;
