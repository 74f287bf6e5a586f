package org.ovoz.notify.key.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.ovoz.notify.key.Container;

/**
 * A device that shall open the key with a PIN.
 *
 * @param jwe the private key, wrapped under what the device and the share make together
 * @param proof what the device makes of the right PIN: 32 bytes, base64url
 * @param share what is given out for the right proof only: 32 bytes, base64url
 */
public record DeviceForm(
        @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWE)
        String jwe,

        @NotNull @Pattern(regexp = Proof.FORM) String proof,
        @NotNull @Pattern(regexp = Proof.FORM) String share) {

    @Override
    public String toString() {
        return "DeviceForm[REDACTED]";
    }
}
