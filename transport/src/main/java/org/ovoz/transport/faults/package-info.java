/** Which faults of the database pass by themselves. */
@NullMarked
package org.ovoz.transport.faults;

import org.jspecify.annotations.NullMarked;
