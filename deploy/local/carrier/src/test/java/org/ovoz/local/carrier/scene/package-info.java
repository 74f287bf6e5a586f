/** What the tests play against. */
@NullUnmarked
package org.ovoz.local.carrier.scene;

import org.jspecify.annotations.NullUnmarked;
