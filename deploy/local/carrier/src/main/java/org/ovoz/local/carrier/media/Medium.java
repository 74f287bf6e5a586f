package org.ovoz.local.carrier.media;

import java.time.Instant;

/**
 * A Media resource.
 *
 * @param phone that it came from
 * @param token in the address that needs no password, which only who has asked for it knows
 */
public record Medium(
        String sid, String account, String message, String phone, Enclosure content, Instant created, String token) {

    /** Relative to where the interface is. */
    public String uri() {
        return "/2010-04-01/Accounts/" + account + "/Messages/" + message + "/Media/" + sid;
    }
}
