/** {@code make bench}: how fast it is, beside what the same database does with the same rows in the same run. */
@NullMarked
package org.ovoz.local.journeys.bench;

import org.jspecify.annotations.NullMarked;
