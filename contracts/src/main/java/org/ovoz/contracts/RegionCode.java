package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The place of exploitation, coarse: ISO 3166-1, for Russia and Kazakhstan 3166-2; {@code ZZ} when unknown. */
public record RegionCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    public static final RegionCode UNKNOWN = new RegionCode("ZZ");

    /** @throws IllegalArgumentException when the text does not have the form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a RegionCode, expected something like RU-MOW");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
