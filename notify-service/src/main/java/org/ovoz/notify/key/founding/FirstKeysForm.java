package org.ovoz.notify.key.founding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.ovoz.notify.key.Container;

/**
 * A team's first keys, made in the founder's browser.
 *
 * @param jws the first record, signed with the order key that it names
 * @param personKid the founder's key, which the private ones are sealed to
 * @param jwe the private ones
 * @param admission of the founder, signed with the same order key
 */
public record FirstKeysForm(
        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String jws,

        @NotNull @Size(max = 43) String personKid,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String jwe,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String admission) {

    @Override
    public String toString() {
        return "FirstKeysForm[REDACTED]";
    }
}
