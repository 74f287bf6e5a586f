/** Starting the parts in their order, watching them, stopping them. */
@NullMarked
package org.ovoz.local.launcher.run;

import org.jspecify.annotations.NullMarked;
