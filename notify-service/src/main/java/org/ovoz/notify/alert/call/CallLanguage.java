package org.ovoz.notify.alert.call;

import com.twilio.twiml.voice.Say;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language that a call speaks: its catalogue ({@code call/<tag>.properties}), and the carrier's voice for it. */
enum CallLanguage {
    EN(Say.Language.EN_US),
    RU(Say.Language.RU_RU);

    private static final Map<CallLanguage, Properties> CATALOGUES =
            Stream.of(values()).collect(Collectors.toMap(Function.identity(), CallLanguage::read));

    private final Say.Language voice;

    CallLanguage(Say.Language voice) {
        this.voice = voice;
    }

    /** Those of the person; all, one after the other, for somebody who has none of them: the carrier has no voice for most. */
    static List<CallLanguage> of(List<String> tags) {
        List<CallLanguage> spoken = Stream.of(values())
                .filter(language -> tags.stream().anyMatch(language::isTheLanguageOf))
                .toList();
        return spoken.isEmpty() ? List.of(values()) : spoken;
    }

    Say.Language voice() {
        return voice;
    }

    String text(String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(CATALOGUES.get(this)).getProperty(name), name);
    }

    private boolean isTheLanguageOf(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals(tag());
    }

    private String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Properties read(CallLanguage language) {
        String name = "/call/" + language.tag() + ".properties";
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(CallLanguage.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(file);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
