package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A language and, where it matters, its script, as BCP 47 (DOMAIN: the tiers); {@code und} when nobody can tell yet. */
public record LanguageTag(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?");

    public static final LanguageTag UNDETERMINED = new LanguageTag("und");

    /** @throws IllegalArgumentException when the text does not have the form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LanguageTag {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a LanguageTag, expected something like uz-Latn");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
