/** HTTP and JSON, as little as the journeys need. */
@NullMarked
package org.ovoz.local.journeys.web;

import org.jspecify.annotations.NullMarked;
