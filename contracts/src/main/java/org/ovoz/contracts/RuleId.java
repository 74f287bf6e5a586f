package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The routing rule that chose the teams, for people who ask why. */
public record RuleId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** @throws IllegalArgumentException when the text does not have the form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a RuleId, expected something like language-and-region");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
