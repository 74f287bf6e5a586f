package org.ovoz.notify.key.recovery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.key.Container;

/**
 * A team's keys for a recovery key that is there.
 *
 * @param recoveryKid the recovery key that they are sealed to
 * @param kid as in {@link PackageForm}, and so are the others
 */
public record AddedPackageForm(
        @NotNull @Size(max = 43) String recoveryKid,
        @NotNull TeamId team,
        @NotNull @Size(max = 43) String kid,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String jwe,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String admission) {

    PackageForm asPackage() {
        return new PackageForm(team, kid, jwe, admission);
    }

    @Override
    public String toString() {
        return "AddedPackageForm[REDACTED]";
    }
}
