/** The key that replies by text are granted to; rotates weekly. */
@NullMarked
package org.ovoz.intake.relaykey;

import org.jspecify.annotations.NullMarked;
