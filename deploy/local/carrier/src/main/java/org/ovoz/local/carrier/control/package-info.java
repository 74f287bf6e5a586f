/** The control API and the page of phones; no part of Twilio's contract. */
@NullMarked
package org.ovoz.local.carrier.control;

import org.jspecify.annotations.NullMarked;
