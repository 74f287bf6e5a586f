package org.ovoz.notify.link.key;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.ovoz.notify.key.Container;

/** A key that is there, sealed to further teams or vouched for anew. */
public record VouchesForm(
        @NotEmpty @Size(max = VouchesForm.MOST)
        List<@NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS) String> vouches) {

    static final int MOST = 200;

    @Override
    public String toString() {
        return "VouchesForm[REDACTED]";
    }
}
