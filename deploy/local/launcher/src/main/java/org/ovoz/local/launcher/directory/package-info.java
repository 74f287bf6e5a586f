/** Fills the desk's directory through its own API. */
@NullMarked
package org.ovoz.local.launcher.directory;

import org.jspecify.annotations.NullMarked;
