/** Refusals as RFC 9457 problems with stable types and nothing personal. */
@NullMarked
package org.ovoz.notify.problem;

import org.jspecify.annotations.NullMarked;
