/** Who did what, when: append-only, each chain hashed. */
@NullMarked
package org.ovoz.notify.audit;

import org.jspecify.annotations.NullMarked;
