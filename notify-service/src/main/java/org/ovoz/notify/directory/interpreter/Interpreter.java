package org.ovoz.notify.directory.interpreter;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.notify.directory.hours.KnownZone;
import org.ovoz.notify.directory.hours.Opening;

/**
 * Who speaks for two people who share no language: what a responder needs to choose one, and neither a name nor a number.
 *
 * @param weekly when they can be asked, in their zone; none: any time
 * @param ties communities they belong to: a reporter may fear exactly those
 */
public record Interpreter(
        @NotNull Gender gender,
        @NotNull @KnownZone String zone,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Spoken> languages,
        @NotNull @Size(max = 42) List<@NotNull @Valid Opening> weekly,
        @NotNull @Size(max = 20) List<@NotNull @Size(min = 2, max = 60) String> ties) {

    /** A language and which form of it; none: the one that is taught. */
    public record Spoken(
            @NotNull LanguageTag language,
            @Size(min = 2, max = 60) @Nullable String dialect) {}

    /** As they say of themselves. */
    public enum Gender {
        @JsonProperty("woman")
        WOMAN,
        @JsonProperty("man")
        MAN,
        @JsonProperty("other")
        OTHER,
        @JsonProperty("unsaid")
        UNSAID
    }
}
