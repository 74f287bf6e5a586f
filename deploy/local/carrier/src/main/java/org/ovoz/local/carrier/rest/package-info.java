/** What every REST resource shares: authentication, error bodies, lists. */
@NullMarked
package org.ovoz.local.carrier.rest;

import org.jspecify.annotations.NullMarked;
