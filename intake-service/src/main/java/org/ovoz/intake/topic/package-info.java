/** How intake keeps up with the compacted topics that the desk writes. */
@NullMarked
package org.ovoz.intake.topic;

import org.jspecify.annotations.NullMarked;
