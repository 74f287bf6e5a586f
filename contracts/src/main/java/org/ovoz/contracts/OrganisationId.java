package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An organisation that answers reports: a short slug chosen by the line's administrator. */
public record OrganisationId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** @throws IllegalArgumentException when the text does not have the form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a OrganisationId, expected something like north");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
