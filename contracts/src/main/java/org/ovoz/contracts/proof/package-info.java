/** How somebody shows to the desk that they have a private key in hand. */
@NullMarked
package org.ovoz.contracts.proof;

import org.jspecify.annotations.NullMarked;
