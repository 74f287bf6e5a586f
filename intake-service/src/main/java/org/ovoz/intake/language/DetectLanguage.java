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
            return LanguageDecision.told(own.get(), "letters");
        }
        if (LetterRules.letters(text) < FEWEST_LETTERS) {
            return LanguageDecision.undetermined("too-short");
        }
        List<OpenNlpLanguages.Likely> likely = statistics.likeliest(text);
        List<LanguageTag> best = best(likely);
        if (best.size() == 1) {
            return LanguageDecision.told(best.getFirst(), "detected");
        }
        List<LanguageTag> torn = TornBetween.of(text, best);
        return torn.isEmpty() ? LanguageDecision.undetermined("unclear") : LanguageDecision.oneOf(torn);
    }

    /** The likeliest, and whatever it is not clearly likelier than. */
    private List<LanguageTag> best(List<OpenNlpLanguages.Likely> likely) {
        return likely.stream()
                .filter(one ->
                        one.equals(likely.getFirst()) || likely.getFirst().probability() < ratio * one.probability())
                .map(OpenNlpLanguages.Likely::language)
                .toList();
    }
}
