package org.ovoz.intake.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.intake.setting.Reporter;

class DetectLanguageTest {

    private static final List<String> LINE =
            List.of("ru", "uz-Latn", "uz-Cyrl", "kk", "ky", "tg", "uk", "en", "ko", "vi", "zh");
    private static final DetectLanguage DETECT = new DetectLanguage(new Line(LINE, 1.15));

    private record Line(List<String> languages, double languageRatio) implements LanguageConfig {}

    private record Sentence(String language, String text) {
        String found(int length) {
            return DETECT.detect(text.substring(0, Math.min(length, text.length())))
                    .language()
                    .value();
        }
    }

    /** Four invented sentences for each language of the line. */
    private static List<Sentence> sentences() {
        try (InputStream file = DetectLanguageTest.class.getResourceAsStream("/language/sentences.tsv")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Sentence(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of four sentences each; what is missing is undetermined. Russian without ы, э, ё could as well be Ukrainian. */
    @ParameterizedTest
    @CsvSource({
        "ru, 1, 3",
        "uz-Latn, 4, 4",
        "uz-Cyrl, 4, 4",
        "kk, 4, 4",
        "ky, 4, 4",
        "tg, 4, 4",
        "uk, 3, 4",
        "en, 4, 4",
        "ko, 4, 4",
        "vi, 4, 4",
        "zh, 4, 4"
    })
    void asManyAsMeasuredAreTold(String language, long of25Characters, long of50) {
        assertThat(told(language, 25)).isEqualTo(of25Characters);
        assertThat(told(language, 50)).isEqualTo(of50);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 50})
    void noneIsTakenForAnotherLanguage(int length) {
        assertThat(sentences())
                .hasSize(4 * LINE.size())
                .allSatisfy(sentence -> assertThat(sentence.found(length)).isIn(sentence.language(), "und"));
    }

    @ParameterizedTest
    @CsvSource({
        "Меня не пускают домой, ru uk",
        "Помогите нам пожалуйста, ru uk",
        "допоможи нам будь ласка, ru uk",
        "Хозяин забрал документы и, ky ru",
        "комек керек бизге, kk ky",
        "Бизга уйга кети, ky uz-Cyrl"
    })
    void whatTwoLanguagesShareIsToldAsEither(String text, String languages) {
        LanguageDecision decision = DETECT.detect(text);
        assertThat(decision.language()).isEqualTo(LanguageTag.UNDETERMINED);
        assertThat(decision.reason()).isEqualTo("confusable");
        assertThat(decision.couldBe().stream().map(LanguageTag::value).sorted()).containsExactly(languages.split(" "));
    }

    @Test
    void noRussianOf25CharactersIsWithoutItsReaders() {
        assertThat(sentences().stream()
                        .filter(sentence -> sentence.language().equals("ru"))
                        .map(sentence -> DETECT.detect(sentence.text().substring(0, 25))))
                .allMatch(found ->
                        found.language().value().equals("ru") || found.couldBe().contains(new LanguageTag("ru")));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 15, 20, 25, 35})
    void theRightLanguageIsAmongThoseItCouldBe(int length) {
        assertThat(sentences()).allSatisfy(sentence -> {
            List<LanguageTag> couldBe = DETECT.detect(sentence.text()
                            .substring(0, Math.min(length, sentence.text().length())))
                    .couldBe();
            assertThat(couldBe.isEmpty() || couldBe.contains(new LanguageTag(sentence.language())))
                    .as(couldBe.toString())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pomogite nam pozhaluysta", "Merhaba bize yardim edin"})
    void inLatinLettersItMayBeALanguageThatTheLineHasNot(String text) {
        assertThat(DETECT.detect(text)).isEqualTo(LanguageDecision.undetermined("unclear"));
    }

    private static long told(String language, int length) {
        return sentences().stream()
                .filter(sentence -> sentence.language().equals(language))
                .filter(sentence -> sentence.found(length).equals(language))
                .count();
    }

    @Test
    void uzbekInLatinLettersIsKnownByItsLetter() {
        assertThat(DETECT.detect(Reporter.CRY)).isEqualTo(LanguageDecision.told(new LanguageTag("uz-Latn"), "letters"));
    }

    @ParameterizedTest
    @CsvSource({
        "ёрдам ўн, uz-Cyrl",
        "ҷо, tg",
        "бәрі, kk",
        "o\u02bbn, uz-Latn",
        "도와, ko",
        "giúp đỡ, vi",
        "救命, zh",
        "є, uk"
    })
    void aLetterThatOnlyOneLanguageHasDecidesHoweverShortTheText(String text, String language) {
        assertThat(DETECT.detect(text)).isEqualTo(LanguageDecision.told(new LanguageTag(language), "letters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "\ud83d\ude22", "ok", "помогите", "12345678901234567890"})
    void belowTenLettersNobodyCanTell(String text) {
        assertThat(DETECT.detect(text)).isEqualTo(LanguageDecision.undetermined("too-short"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmmmmmmmmmmmmmmm", "xxxxxxxxxx xxxxxxxxxx"})
    void whatIsNoLanguageIsNotGuessed(String text) {
        assertThat(DETECT.detect(text)).isEqualTo(LanguageDecision.undetermined("unclear"));
    }

    @Test
    void aLanguageThatTheLineDoesNotAnswerIsNeverFound() {
        assertThat(Stream.of("Merhaba, bize yardım edin lütfen, buradayız", "Bonjour, aidez-nous s'il vous plaît")
                        .map(text -> DETECT.detect(text).language().value()))
                .allMatch(found -> LINE.contains(found) || found.equals("und"));
    }
}
