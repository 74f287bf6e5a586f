/** What came with messages, at the carrier: fetched with care, and deleted there. */
@NullMarked
package org.ovoz.transport.media;

import org.jspecify.annotations.NullMarked;
