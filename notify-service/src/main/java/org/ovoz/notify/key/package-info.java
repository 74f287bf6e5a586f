/** A person's own key: its public half, and the private one wrapped so that only the person's browser opens it. */
@NullMarked
package org.ovoz.notify.key;

import org.jspecify.annotations.NullMarked;
