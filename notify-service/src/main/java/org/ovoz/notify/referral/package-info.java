/** What passes a person on, with their consent: referrals of a case, as codes. What was said about it is a sealed note's. */
@NullMarked
package org.ovoz.notify.referral;

import org.jspecify.annotations.NullMarked;
