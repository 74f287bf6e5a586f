/** Signed team records: verified, kept, published. */
@NullMarked
package org.ovoz.notify.directory.team;

import org.jspecify.annotations.NullMarked;
