/** What a team's holders sign with its order key, as far as the desk can tell it from a forgery. */
@NullMarked
package org.ovoz.notify.key.vouched;

import org.jspecify.annotations.NullMarked;
