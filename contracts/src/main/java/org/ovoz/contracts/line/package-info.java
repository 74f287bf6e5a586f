/** The line: its pinned administration key, intake's identity and the relay key that follow from it. */
@NullMarked
package org.ovoz.contracts.line;

import org.jspecify.annotations.NullMarked;
