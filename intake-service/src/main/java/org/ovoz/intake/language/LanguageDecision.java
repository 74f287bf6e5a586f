package org.ovoz.intake.language;

import org.ovoz.contracts.LanguageTag;

/**
 * A language and how it is known; the reason is stored with the report.
 *
 * @param reason a code: {@code letters}, {@code detected}, {@code too-short}, {@code unclear}
 */
public record LanguageDecision(LanguageTag language, String reason) {

    static LanguageDecision undetermined(String reason) {
        return new LanguageDecision(LanguageTag.UNDETERMINED, reason);
    }
}
