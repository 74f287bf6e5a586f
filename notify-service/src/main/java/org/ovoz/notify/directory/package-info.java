/** Organisations, people and their teams; who is calling. */
@NullMarked
package org.ovoz.notify.directory;

import org.jspecify.annotations.NullMarked;
