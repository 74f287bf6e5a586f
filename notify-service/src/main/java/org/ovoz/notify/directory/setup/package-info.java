/** How far a line is set up: what is there, and what is missing. */
@NullMarked
package org.ovoz.notify.directory.setup;

import org.jspecify.annotations.NullMarked;
