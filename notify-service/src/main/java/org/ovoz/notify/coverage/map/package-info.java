/** The rule that makes hours of coverage of teams, people and duties; plain Java. */
@NullMarked
package org.ovoz.notify.coverage.map;

import org.jspecify.annotations.NullMarked;
