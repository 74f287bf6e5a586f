/** What crosses the firewall between the two services, and the few values it is made of. */
@NullMarked
package org.ovoz.contracts;

import org.jspecify.annotations.NullMarked;
