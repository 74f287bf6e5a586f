package org.ovoz.notify.key.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a device made of the PIN that was typed. */
public record ProofForm(
        @NotNull @Pattern(regexp = Proof.FORM) String proof) {

    @Override
    public String toString() {
        return "ProofForm[REDACTED]";
    }
}
