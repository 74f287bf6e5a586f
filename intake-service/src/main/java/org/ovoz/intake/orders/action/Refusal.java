package org.ovoz.intake.orders.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.intake.edge.Problems;

/**
 * Why an order was not done, as RFC 9457 has it.
 *
 * @param reason a code, where the type alone does not say enough
 * @param next when the person may be reached, where the reason is the hour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refusal(
        String type,
        String title,
        int status,
        @Nullable String reason,
        @Nullable SafeWindow next) {

    public static Refusal of(int status, String slug, String title) {
        return new Refusal(Problems.PREFIX + slug, title, status, null, null);
    }

    public static Refusal badSignature() {
        return of(401, "order-signature", "The order is not signed by a team's order key");
    }

    public static Refusal badBody() {
        return of(422, "bad-body", "The order's body is not what its action needs");
    }

    /** Also for what is there and is not this team's: the two must not be told apart. */
    public static Refusal unknownReport() {
        return of(404, "unknown-report", "No such report for this team");
    }

    public static Refusal replyRefused(String reason, @Nullable SafeWindow next) {
        return new Refusal(Problems.PREFIX + "reply-refused", "The reply was not let out", 409, reason, next);
    }

    public static Refusal contractRefused(String reason) {
        return new Refusal(
                Problems.PREFIX + "contract-refused", "That cannot be allowed by an order", 409, reason, null);
    }
}
