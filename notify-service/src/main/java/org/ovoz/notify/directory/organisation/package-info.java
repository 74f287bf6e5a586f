/** Organisations, and what happens when one is stopped. */
@NullMarked
package org.ovoz.notify.directory.organisation;

import org.jspecify.annotations.NullMarked;
