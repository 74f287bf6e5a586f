package org.ovoz.notify.key.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.ovoz.notify.key.Container;

/**
 * A team's keys for a member whose key was compared.
 *
 * @param personKid the key that was compared, and that they are sealed to
 * @param admission that it was, signed with the order key that belongs to the first of the keys
 * @param keys the one of today first
 */
public record HolderForm(
        @NotNull @Size(max = 43) String personKid,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String admission,

        @NotEmpty @Size(max = 64) List<@NotNull @Valid Key> keys) {

    @Override
    public String toString() {
        return "HolderForm[REDACTED]";
    }

    /** @param kid of the team's encryption key */
    public record Key(
            @NotNull @Size(max = 43) String kid,

            @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
            String jwe) {}
}
