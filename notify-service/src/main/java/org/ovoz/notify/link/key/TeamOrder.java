package org.ovoz.notify.link.key;

import com.nimbusds.jose.jwk.ECKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.team.LinkVouch;
import org.ovoz.contracts.team.SignedLinkVouch;

/**
 * A team's keys of today, and those that one of its holders has proposed: whoever proposes keys hands the organisation's key on to them.
 *
 * @param kid of the encryption key
 * @param order verifies what holders sign
 */
record TeamOrder(
        String kid,
        ECKey order,
        @Nullable String nextKid,
        @Nullable ECKey nextOrder) {

    boolean has(String teamKid) {
        return teamKid.equals(kid) || teamKid.equals(nextKid);
    }

    /** Empty for what was signed with neither. */
    Optional<LinkVouch> verified(String jws) {
        return Stream.of(Optional.of(order), Optional.ofNullable(nextOrder))
                .flatMap(Optional::stream)
                .flatMap(key -> verified(jws, key).stream())
                .findFirst();
    }

    private static Optional<LinkVouch> verified(String jws, ECKey key) {
        try {
            return Optional.of(SignedLinkVouch.verify(jws, key));
        } catch (BadSignatureException forged) {
            return Optional.empty();
        }
    }
}
