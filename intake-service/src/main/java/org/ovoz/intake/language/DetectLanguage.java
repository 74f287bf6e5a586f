package org.ovoz.intake.language;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ovoz.contracts.LanguageTag;

/**
 * The language of a short text: letters that only one language has, then OpenNLP over the languages that the line answers, believed
 * only where it clearly prefers one. Whoever reads it can correct it; nobody is answered in a language that is a guess.
 */
@Singleton
public class DetectLanguage {

    /** Below this nobody could tell (DOMAIN). */
    private static final int FEWEST_LETTERS = 10;

    private final Set<LanguageTag> enabled;
    private final double ratio;
    private final OpenNlpLanguages statistics;

    DetectLanguage(LanguageConfig config) {
        this.enabled = config.languages().stream().map(LanguageTag::new).collect(Collectors.toUnmodifiableSet());
        this.ratio = config.languageRatio();
        this.statistics = new OpenNlpLanguages(enabled);
    }

    public LanguageDecision detect(String text) {
        Optional<LanguageTag> own = LetterRules.apply(text).filter(enabled::contains);
        if (own.isPresent()) {
            return new LanguageDecision(own.get(), "letters");
        }
        if (LetterRules.letters(text) < FEWEST_LETTERS) {
            return LanguageDecision.undetermined("too-short");
        }
        List<OpenNlpLanguages.Likely> likely = statistics.likeliest(text);
        if (likely.isEmpty() || !isClear(likely)) {
            return LanguageDecision.undetermined("unclear");
        }
        return new LanguageDecision(likely.getFirst().language(), "detected");
    }

    private boolean isClear(List<OpenNlpLanguages.Likely> likely) {
        return likely.size() == 1
                || likely.getFirst().probability() >= ratio * likely.get(1).probability();
    }
}
