package org.ovoz.intake.language;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.intake.setting.Reporter;

/** How long the language of a text takes, on the thread that also takes webhooks. Prints; no part of the ordinary run. */
class DetectionSpeed {

    private static final int ROUNDS = 2_000;

    private record Line(List<String> languages, double languageRatio) implements LanguageConfig {}

    @Test
    void ofShortAndLongTexts() {
        long before = System.nanoTime();
        DetectLanguage detect = new DetectLanguage(
                new Line(List.of("ru", "uz-Latn", "uz-Cyrl", "kk", "ky", "tg", "uk", "en", "ko", "vi", "zh"), 1.15));
        System.out.printf("reading the model: %.0f ms%n", (System.nanoTime() - before) / 1e6);
        String plain = "Nas derzhat v dome za gorodom i ne dayut nam uyti ";
        for (String text : List.of(plain, plain.repeat(3), plain.repeat(32), Reporter.CRY)) {
            measure(detect, text);
            System.out.printf("%4d characters: %.3f ms%n", text.length(), measure(detect, text));
        }
    }

    private static double measure(DetectLanguage detect, String text) {
        long before = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            detect.detect(text);
        }
        return (System.nanoTime() - before) / 1e6 / ROUNDS;
    }
}
