package org.ovoz.notify.key.recovery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A recovery key that a browser made and split.
 *
 * @param publicKey a JWK
 * @param shares how many papers there are, 2 to 16
 * @param needed how many of them bring the key back, 2 to as many as there are
 * @param packages the teams' keys, sealed to it
 */
public record RecoveryForm(
        @NotNull @Size(max = 8) Map<String, Object> publicKey,

        @Min(2) @Max(16) int shares,
        @Min(2) @Max(16) int needed,
        @NotEmpty @Size(max = 64) List<@NotNull @Valid PackageForm> packages) {

    @Override
    public String toString() {
        return "RecoveryForm[REDACTED]";
    }
}
