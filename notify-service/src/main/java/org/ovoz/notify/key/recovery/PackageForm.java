package org.ovoz.notify.key.recovery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.key.Container;

/**
 * A team's keys for the recovery key.
 *
 * @param kid of the team's encryption key
 * @param admission that a holder vouches for the recovery key, signed with the team's order key
 */
public record PackageForm(
        @NotNull TeamId team,
        @NotNull @Size(max = 43) String kid,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String jwe,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String admission) {

    @Override
    public String toString() {
        return "PackageForm[REDACTED]";
    }
}
