package org.ovoz.intake.language;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.LanguageTag;

/**
 * Between which languages a text could not be decided. Told for Cyrillic only: of its languages the line has nearly all, and the right one
 * was always among the likeliest. In Latin letters it may as well be a language that the line has not, or Russian (RATIONALE.md).
 */
final class TornBetween {

    /** Of more than these nobody is told that it could be theirs. */
    private static final int MOST = 3;

    private static final Set<LanguageTag> CYRILLIC = Stream.of("ru", "uk", "kk", "ky", "tg", "uz-Cyrl", "mn")
            .map(LanguageTag::new)
            .collect(Collectors.toUnmodifiableSet());

    private TornBetween() {}

    /** @param likely those that are about as likely as the likeliest; empty where it could be anything */
    static List<LanguageTag> of(String text, List<LanguageTag> likely) {
        List<LanguageTag> torn = likely.stream().filter(CYRILLIC::contains).toList();
        boolean isFew = torn.size() > 1 && torn.size() <= MOST;
        return LetterRules.isCyrillic(text) && isFew ? torn : List.of();
    }
}
