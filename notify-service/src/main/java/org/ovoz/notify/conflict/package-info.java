/** Reports that a person must not see, because they know somebody in them. */
@NullMarked
package org.ovoz.notify.conflict;

import org.jspecify.annotations.NullMarked;
