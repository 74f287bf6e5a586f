/** Reports on one place, linked by people over years: proposed by marks that say nothing here, and never merged. */
@NullMarked
package org.ovoz.notify.link;

import org.jspecify.annotations.NullMarked;
