package org.ovoz.notify.canary;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** One everyday sentence per language, long enough to be told apart, that means nothing to whoever sees it pass. */
@Singleton
class Sentences {

    private final Properties sentences = new Properties();

    Sentences() {
        try (InputStream file =
                        Objects.requireNonNull(Sentences.class.getResourceAsStream("/canary/sentences.properties"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            sentences.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> languages() {
        return sentences.stringPropertyNames().stream().sorted().toList();
    }

    String of(String language) {
        return Objects.requireNonNull(sentences.getProperty(language));
    }
}
