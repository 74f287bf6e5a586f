package org.ovoz.contracts.order;

import java.util.Objects;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;

/**
 * What an order's signature covers.
 *
 * @param rid the report
 * @param act what is asked
 * @param bh base64url SHA-256 of the exact bytes of the body
 * @param iat seconds since 1970 by intake's clock; may be off by ten minutes
 * @param jti the order's id: the same one with the same body gets the stored outcome again
 * @param team whose order key signed it
 */
public record OrderClaims(ReportId rid, OrderAction act, String bh, long iat, UUID jti, TeamId team) {

    public OrderClaims {
        Objects.requireNonNull(rid);
        Objects.requireNonNull(act);
        Objects.requireNonNull(bh);
        Objects.requireNonNull(jti);
        Objects.requireNonNull(team);
    }
}
