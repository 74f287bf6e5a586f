package org.ovoz.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What an item of a report is; stands in the item's protected header. */
public enum ItemKind {
    /** What the reporter wrote. */
    MESSAGE("message"),
    /** What a responder answered. */
    REPLY("reply"),
    /** What responders keep for themselves. */
    NOTE("note"),
    /** What responders found out, question by question; the latest one holds. */
    TRIAGE("triage"),
    /** The outer layer of the number: holds the JWE to the vault. */
    CONTACT("contact"),
    /** The head of a picture or a sound: what there is of it. Its bytes are {@link Chunks}. */
    ATTACHMENT("attachment");

    private final String text;

    ItemKind(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for any other word */
    public static ItemKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of item"));
    }
}
