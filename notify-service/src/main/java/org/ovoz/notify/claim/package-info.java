/** One responder holds a report until the lease ends. */
@NullMarked
package org.ovoz.notify.claim;

import org.jspecify.annotations.NullMarked;
