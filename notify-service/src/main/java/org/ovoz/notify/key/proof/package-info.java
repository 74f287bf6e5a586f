/** What opens a key is changed by whoever has the key in hand: a session alone, which may be stolen, changes nothing. */
@NullMarked
package org.ovoz.notify.key.proof;

import org.jspecify.annotations.NullMarked;
