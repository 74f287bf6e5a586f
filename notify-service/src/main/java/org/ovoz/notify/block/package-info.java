/** A reporter who abuses people: two of them may mute the alerts for a while. */
@NullMarked
package org.ovoz.notify.block;

import org.jspecify.annotations.NullMarked;
