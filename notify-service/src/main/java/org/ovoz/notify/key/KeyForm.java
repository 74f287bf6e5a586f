package org.ovoz.notify.key;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key that a browser made.
 *
 * @param publicKey a JWK, its public half
 * @param words the private half, wrapped under the six words
 * @param replaces the id of the key that is lost; absent for the first one
 */
public record KeyForm(
        @NotNull @Size(max = 8) Map<String, Object> publicKey,

        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String words,

        @Nullable @Size(max = 43) String replaces) {

    @Override
    public String toString() {
        return "KeyForm[REDACTED]";
    }
}
