package org.ovoz.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One sealed item of a report: a message, a reply, a note, the contact; 128 random bits ({@link Ids}), safe to log. */
public record ItemId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemId {}

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
