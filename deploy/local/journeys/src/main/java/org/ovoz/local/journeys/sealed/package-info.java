/** What the responder's browser does with keys that no server has: open, check, seal, sign. */
@NullMarked
package org.ovoz.local.journeys.sealed;

import org.jspecify.annotations.NullMarked;
