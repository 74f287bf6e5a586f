package org.ovoz.notify.referral.directory;

import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;

/**
 * What is looked for; what is absent does not matter.
 *
 * @param open there now, as far as is known
 */
record ServiceQuestion(
        @Nullable RegionCode region,
        @Nullable Need need,
        @Nullable LanguageTag language,
        boolean open,
        boolean undocumented,
        boolean child) {}
