package org.ovoz.intake.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;

/** OpenNLP's language model, asked only about the languages given; it speaks ISO 639-3 and knows no scripts. */
final class OpenNlpLanguages {

    private static final String MODEL = "/langdetect-183.bin";

    /** More of a text changes no answer, and takes its time on a thread that others wait for (RATIONALE.md). */
    private static final int LONGEST_READ = 300;

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("rus", "ru"),
            Map.entry("uzb", "uz"),
            Map.entry("kaz", "kk"),
            Map.entry("kir", "ky"),
            Map.entry("tgk", "tg"),
            Map.entry("ukr", "uk"),
            Map.entry("eng", "en"),
            Map.entry("kor", "ko"),
            Map.entry("vie", "vi"),
            Map.entry("cmn", "zh"));

    private final Set<LanguageTag> enabled;
    private final LanguageDetectorModel model;

    OpenNlpLanguages(Set<LanguageTag> enabled) {
        this.enabled = enabled;
        this.model = load();
    }

    /** Likeliest first. */
    List<Likely> likeliest(String text) {
        return Arrays.stream(new LanguageDetectorME(model).predictLanguages(beginning(text)))
                .flatMap(language -> likely(language, text).stream())
                .toList();
    }

    private Optional<Likely> likely(Language language, String text) {
        String tag = TAGS.get(language.getLang());
        return tag == null
                ? Optional.empty()
                : Optional.of(new Likely(new LanguageTag(withScript(tag, text)), language.getConfidence()))
                        .filter(found -> enabled.contains(found.language()));
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST_READ
                ? text
                : text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST_READ, text.codePointCount(0, text.length()))));
    }

    private static String withScript(String tag, String text) {
        if (!tag.equals("uz")) {
            return tag;
        }
        return LetterRules.isCyrillic(text) ? "uz-Cyrl" : "uz-Latn";
    }

    private static LanguageDetectorModel load() {
        try (@Nullable InputStream file = OpenNlpLanguages.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new IllegalStateException(MODEL + " is missing");
            }
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Likely(LanguageTag language, double probability) {}
}
