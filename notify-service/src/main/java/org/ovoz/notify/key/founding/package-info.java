/** Teams that are founded here: an administrator names one, somebody of it makes its first keys in the browser, the line signs its record. */
@NullMarked
package org.ovoz.notify.key.founding;

import org.jspecify.annotations.NullMarked;
