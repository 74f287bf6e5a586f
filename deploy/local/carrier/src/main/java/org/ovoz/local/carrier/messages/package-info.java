/** Text messages, both ways. */
@NullMarked
package org.ovoz.local.carrier.messages;

import org.jspecify.annotations.NullMarked;
