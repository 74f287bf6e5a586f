/** When which language is read where: the map, its gaps, and what intake is told. */
@NullMarked
package org.ovoz.notify.coverage;

import org.jspecify.annotations.NullMarked;
