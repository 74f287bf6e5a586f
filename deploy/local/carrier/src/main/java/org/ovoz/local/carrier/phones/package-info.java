/** The phones of people, and what each of them has sent and received. */
@NullMarked
package org.ovoz.local.carrier.phones;

import org.jspecify.annotations.NullMarked;
