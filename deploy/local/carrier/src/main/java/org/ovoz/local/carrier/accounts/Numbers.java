package org.ovoz.local.carrier.accounts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers as the REST API takes them: E.164, with the punctuation people write left out. */
public final class Numbers {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

    private Numbers() {}

    public static Optional<String> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String bare = PUNCTUATION.matcher(text).replaceAll("");
        return E164.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }
}
