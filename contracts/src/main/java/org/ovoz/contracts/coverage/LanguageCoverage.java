package org.ovoz.contracts.coverage;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;

/**
 * When somebody reads a language, as the desk knows it at {@code at}: so that pages and texts can say so honestly. The latest per language
 * counts; the key on {@code ovoz.coverage.v1} is the language.
 *
 * @param nextFrom when somebody reads it next; absent when somebody does now, or when nobody is planned
 * @param until how long whoever reads it now, or next, goes on; absent when that is not known
 */
public record LanguageCoverage(
        LanguageTag language,
        boolean readNow,
        @Nullable Instant nextFrom,
        @Nullable Instant until,
        Instant at) {

    /** CloudEvents type on {@code ovoz.coverage.v1}; the value is JSON. */
    public static final String TYPE = "org.ovoz.LanguageCoverage.v1";

    public LanguageCoverage {
        Objects.requireNonNull(language);
        Objects.requireNonNull(at);
    }
}
