package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A team of an organisation: a short slug chosen by the line's administrator, such as {@code north-central-asia}. */
public record TeamId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** @throws IllegalArgumentException when the text does not have the form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TeamId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a TeamId, expected something like north-central-asia");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
