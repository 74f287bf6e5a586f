package org.ovoz.contracts.contact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TextsAllowed;

/**
 * The person's word on how they may be reached, as a responder recorded it. Codes and times only: what is said in words, such as who may
 * answer the phone, is sealed in a note.
 *
 * @param texts unknown where the person said nothing of texts
 * @param calls whether they may be called
 * @param voicemail whether a message may be left when nobody answers
 * @param hours absent: at any time
 */
public record ContactTerms(
        TextsAllowed texts,
        boolean calls,
        boolean voicemail,
        @Nullable SafeHours hours) {

    public ContactTerms {
        Objects.requireNonNull(texts);
        if (voicemail && !calls) {
            throw new IllegalArgumentException("no voicemail without calls");
        }
    }
}
