package org.ovoz.notify.key;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The private key once more, under a passkey.
 *
 * @param credential the passkey's id, base64url
 */
public record WrapForm(
        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String jwe,

        @NotNull @Size(max = 1400) @Pattern(regexp = "[A-Za-z0-9_-]+")
        String credential) {

    @Override
    public String toString() {
        return "WrapForm[REDACTED]";
    }
}
