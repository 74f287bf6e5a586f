package org.ovoz.intake.language;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** Which languages the line answers. */
@ConfigMapping(prefix = "ovoz.line")
interface LanguageConfig {

    /** BCP 47 tags; detection looks for no others. */
    @NotEmpty
    List<String> languages();

    /** How much likelier than the next one a language has to be, by OpenNLP, to be believed. */
    @WithDefault("1.15")
    double languageRatio();
}
