package org.ovoz.intake.contact;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** The hotline's own numbers; they are public. */
@ConfigMapping(prefix = "ovoz.line")
public interface LineNumbers {

    @NotEmpty
    List<String> numbers();

    default String first() {
        return numbers().getFirst();
    }
}
