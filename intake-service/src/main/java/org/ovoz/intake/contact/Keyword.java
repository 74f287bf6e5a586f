package org.ovoz.intake.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words that mean something when they are the whole message, and nothing when they are part of one. */
public enum Keyword {
    /** "We may text this number": the answer that the catalogue asks for. Loosens this channel, and no other. */
    TEXT_ME("1"),
    /** The carrier's own words for opting out; the carrier then blocks the pair, and so do we. */
    STOP("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"),
    /** Answered by the carrier itself; to us it is somebody who asks for help. */
    HELP("HELP", "INFO");

    private final Set<String> words;

    Keyword(String... words) {
        this.words = Set.copyOf(Arrays.asList(words));
    }

    public static Optional<Keyword> of(String text) {
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(keyword -> keyword.words.contains(word))
                .findFirst();
    }
}
