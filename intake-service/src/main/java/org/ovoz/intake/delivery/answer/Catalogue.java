package org.ovoz.intake.delivery.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;

/** What the line itself says, one file per language ({@code messages/<tag>.properties}). Each text fits one segment and gives nobody away. */
final class Catalogue {

    private static final String NEUTRAL = "neutral";

    private final Map<LanguageTag, String> neutral = new HashMap<>();

    /** @throws IllegalStateException when an enabled language has no catalogue */
    Catalogue(Collection<LanguageTag> languages) {
        languages.forEach(language -> neutral.put(language, read(language)));
    }

    Optional<String> neutral(LanguageTag language) {
        return Optional.ofNullable(neutral.get(language));
    }

    private static String read(LanguageTag language) {
        String name = "/messages/" + language + ".properties";
        try (@Nullable InputStream file = Catalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Properties messages = new Properties();
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            String text = messages.getProperty(NEUTRAL);
            if (text == null || text.isBlank()) {
                throw new IllegalStateException(name + " has no text for " + NEUTRAL);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
