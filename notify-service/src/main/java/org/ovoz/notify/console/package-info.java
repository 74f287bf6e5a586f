/** The console's static bundle and what its browser may reach. */
@NullMarked
package org.ovoz.notify.console;

import org.jspecify.annotations.NullMarked;
