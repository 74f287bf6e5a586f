/** The one clock, and instants as the database takes them. */
@NullMarked
package org.ovoz.notify.time;

import org.jspecify.annotations.NullMarked;
