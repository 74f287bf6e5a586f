package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One test report; 128 random bits ({@link Ids}), safe to log. */
public record CanaryId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CanaryId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static CanaryId of(String text) {
        return new CanaryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
