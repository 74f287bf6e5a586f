package org.ovoz.notify.key.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.ovoz.notify.key.Container;

/**
 * A team's keys for a member whose key was compared.
 *
 * @param personKid the key that was compared, and that they are sealed to
 * @param admission that it was, signed with the order key of today if today's key is among them, else with that of the first
 * @param keys the one of today first
 */
public record HolderForm(
        @NotNull @Size(max = 43) String personKid,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS)
        String admission,

        @NotEmpty @Size(max = 64) List<@NotNull @Valid Key> keys) {

    boolean has(String kid) {
        return keys.stream().anyMatch(key -> key.kid().equals(kid));
    }

    /** Whether each is the one of today or among these: nothing is given on that the giver does not hold. */
    boolean isOf(String today, Set<String> held) {
        return keys.stream().allMatch(key -> key.kid().equals(today) || held.contains(key.kid()));
    }

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
