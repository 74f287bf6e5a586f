/** What an organisation falls back on when its people have lost their keys: a key whose private half is on paper, in shares. */
@NullMarked
package org.ovoz.notify.key.recovery;

import org.jspecify.annotations.NullMarked;
