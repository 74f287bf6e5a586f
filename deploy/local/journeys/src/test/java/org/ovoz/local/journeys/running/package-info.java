/** The stack that the tests run on, with the doors that only tests use: its databases and its bus. */
@NullMarked
package org.ovoz.local.journeys.running;

import org.jspecify.annotations.NullMarked;
