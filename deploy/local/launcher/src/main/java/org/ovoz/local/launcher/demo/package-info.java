/** The fictional organisations, teams and people of the local stack. */
@NullMarked
package org.ovoz.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
