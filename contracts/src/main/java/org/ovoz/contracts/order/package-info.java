/** Orders: what a responder's browser asks of intake, signed with the team's order key. */
@NullMarked
package org.ovoz.contracts.order;

import org.jspecify.annotations.NullMarked;
