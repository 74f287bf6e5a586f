/** Looks for planted words wherever a stack keeps bytes: tables, topics, metrics, files. */
@NullMarked
package org.ovoz.local.journeys.leaks;

import org.jspecify.annotations.NullMarked;
