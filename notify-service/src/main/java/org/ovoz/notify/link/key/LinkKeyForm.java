package org.ovoz.notify.link.key;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.ovoz.notify.key.Container;

/**
 * A new key.
 *
 * @param kid made of the key
 * @param generation the one after the latest that the browser was shown
 * @param vouches the key, sealed to each team of the organisation
 */
public record LinkKeyForm(
        @NotNull @Pattern(regexp = LinkKeyForm.KID) String kid,

        @Min(1) int generation,

        @NotEmpty @Size(max = VouchesForm.MOST)
        List<@NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS) String> vouches) {

    static final String KID = "[A-Za-z0-9_-]{43}";

    @Override
    public String toString() {
        return "LinkKeyForm[REDACTED]";
    }
}
