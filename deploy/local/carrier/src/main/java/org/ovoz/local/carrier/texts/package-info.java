/** What the carrier knows about texts as such: segments, keywords, who opted out. */
@NullMarked
package org.ovoz.local.carrier.texts;

import org.jspecify.annotations.NullMarked;
