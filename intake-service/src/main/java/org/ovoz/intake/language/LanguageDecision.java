package org.ovoz.intake.language;

import java.util.List;
import org.ovoz.contracts.LanguageTag;

/**
 * A language and how it is known; the reason is stored with the report.
 *
 * @param reason a code: {@code letters}, {@code detected}, {@code too-short}, {@code unclear}, {@code confusable}
 * @param couldBe where it is undetermined between languages that are easily taken for each other: those; else empty
 */
public record LanguageDecision(LanguageTag language, String reason, List<LanguageTag> couldBe) {

    public LanguageDecision {
        couldBe = List.copyOf(couldBe);
    }

    static LanguageDecision told(LanguageTag language, String reason) {
        return new LanguageDecision(language, reason, List.of());
    }

    static LanguageDecision undetermined(String reason) {
        return told(LanguageTag.UNDETERMINED, reason);
    }

    /** Whoever reads all of them can tell. */
    static LanguageDecision oneOf(List<LanguageTag> couldBe) {
        return new LanguageDecision(LanguageTag.UNDETERMINED, "confusable", couldBe);
    }
}
