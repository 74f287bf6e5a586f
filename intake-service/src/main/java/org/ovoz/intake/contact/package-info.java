/** The vault: numbers, the safe-contact contract, and the one gate out. */
@NullMarked
package org.ovoz.intake.contact;

import org.jspecify.annotations.NullMarked;
