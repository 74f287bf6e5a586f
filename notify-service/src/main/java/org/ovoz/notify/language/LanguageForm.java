package org.ovoz.notify.language;

import jakarta.validation.constraints.NotNull;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;

/**
 * What it really is.
 *
 * @param passOn whether somebody else is to read it now: the caller gives it back, and who reads the language is alerted
 */
record LanguageForm(@NotNull LanguageTag language, @NotNull RegionCode region, boolean passOn) {}
