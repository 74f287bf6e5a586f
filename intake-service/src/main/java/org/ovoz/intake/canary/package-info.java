/** Test reports of the desk's are taken like reports, and removed. */
@NullMarked
package org.ovoz.intake.canary;

import org.jspecify.annotations.NullMarked;
