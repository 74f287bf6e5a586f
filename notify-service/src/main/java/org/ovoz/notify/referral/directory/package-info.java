/** The services that a person can be passed on to: found by region, need and language, checked by people. */
@NullMarked
package org.ovoz.notify.referral.directory;

import org.jspecify.annotations.NullMarked;
