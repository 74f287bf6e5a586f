/** Keys and signed records, made at the first start and kept. */
@NullMarked
package org.ovoz.local.launcher.keys;

import org.jspecify.annotations.NullMarked;
