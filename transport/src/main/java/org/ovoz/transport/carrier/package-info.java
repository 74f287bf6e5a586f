/** The carrier's client: sends once, classifies what came back, checks who called. */
@NullMarked
package org.ovoz.transport.carrier;

import org.jspecify.annotations.NullMarked;
