/** What comes with messages: kept until somebody deletes it, and given where the carrier points to. */
@NullMarked
package org.ovoz.local.carrier.media;

import org.jspecify.annotations.NullMarked;
