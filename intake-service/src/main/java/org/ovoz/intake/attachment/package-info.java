/** Pictures and sounds that came with a text: fetched from the carrier, sealed in chunks, deleted there. */
@NullMarked
package org.ovoz.intake.attachment;

import org.jspecify.annotations.NullMarked;
