/** What the desk tells intake of when a language is read, on `ovoz.coverage.v1`. */
@NullMarked
package org.ovoz.contracts.coverage;

import org.jspecify.annotations.NullMarked;
