package org.ovoz.notify.interpreting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;

/**
 * For which conversation.
 *
 * @param language absent: the report's
 * @param at when it is to begin; absent: now
 */
public record InterpreterForm(
        @Nullable LanguageTag language, @Nullable Instant at) {}
