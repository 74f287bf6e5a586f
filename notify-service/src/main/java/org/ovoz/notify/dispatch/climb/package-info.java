/** Ladders as rows, climbed by their stored due times. */
@NullMarked
package org.ovoz.notify.dispatch.climb;

import org.jspecify.annotations.NullMarked;
