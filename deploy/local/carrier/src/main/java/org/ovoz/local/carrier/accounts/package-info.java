/** The carrier's customers and the numbers they rent. */
@NullMarked
package org.ovoz.local.carrier.accounts;

import org.jspecify.annotations.NullMarked;
